<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Consort</name>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 after fine-tuning on %2: estimated %3, measured %4</source>
        <translation>%2 で微調整した後の %1：推定 %3、実測 %4</translation>
    </message>
    <message>
        <source>%1 and %2: not defined</source>
        <translation>%1 と %2：定義されない</translation>
    </message>
    <message numerus='yes'>
        <source>%1 and %n more</source>
        <translation><numerusform>%1 ほか %n 件</numerusform></translation>
    </message>
    <message>
        <source>%1 apart from %2</source>
        <translation>%1 を %2 と離す</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 を書き込めませんでした</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 は失敗しました</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <source>%1 has no rows in this split</source>
        <translation>%1 のこの分割には行がありません</translation>
    </message>
    <message>
        <source>%1 helps %2 by %3</source>
        <translation>%1 は %2 を %3 助ける</translation>
    </message>
    <message>
        <source>%1 hurts %2 by %3</source>
        <translation>%1 は %2 を %3 損なう</translation>
    </message>
    <message>
        <source>%1 in group %2</source>
        <translation>%1 をグループ %2 に</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 が終わりました</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>残り %1</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 sources chosen for %3 in %4; the estimate took %5 sets of sources.</source>
        <translation>%3 のために %2 個の供給元から %1 個を %4 で選びました。推定した供給元の集合は %5 個です。</translation>
    </message>
    <message>
        <source>%1 of the rows are also in %2</source>
        <translation>行の %1 は %2 にもあります</translation>
    </message>
    <message>
        <source>%1 of the rows of %2 are also in %3</source>
        <translation>%2 の行の %1 は %3 にもある</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 ポイント</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 を外しました</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1～%2</translation>
    </message>
    <message>
        <source>%1 to group %2</source>
        <translation>%1 をグループ %2 へ</translation>
    </message>
    <message>
        <source>%1 training rows, %2 tokens</source>
        <translation>学習 %1 行、%2 トークン</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>%1 経過</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 を %2 と一緒に</translation>
    </message>
    <message>
        <source>%1 — Consort</source>
        <translation>%1 — Consort</translation>
    </message>
    <message>
        <source>%1 … %2, 95 % bootstrap over the test rows</source>
        <translation>%1 … %2、テスト行の 95 % ブートストラップ</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, %2 M parameters, %3</source>
        <translation>%1、%2 M パラメーター、%3</translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n datasets</source>
        <translation><numerusform>%1、データセット %n 個</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n groups</source>
        <translation><numerusform>%1、%n グループ</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n members</source>
        <translation><numerusform>%1、メンバー %n 個</numerusform></translation>
    </message>
    <message>
        <source>%1, knee</source>
        <translation>%1、膝点</translation>
    </message>
    <message>
        <source>%1, row %2 of %3, %4 tokens</source>
        <translation>%1、%3 行中 %2 行目、%4 トークン</translation>
    </message>
    <message>
        <source>%1. Drag it to a file manager or a document.</source>
        <translation>%1。ファイルマネージャーや文書へドラッグできます。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 (Ctrl+%3)</source>
        <translation>%1：%2（Ctrl+%3）</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1：失敗</translation>
    </message>
    <message numerus='yes'>
        <source>%n baselines</source>
        <translation><numerusform>比較対象 %n 個</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n datasets</source>
        <translation><numerusform>データセット %n 個</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n datasets removed</source>
        <translation><numerusform>データセット %n 個を外しました</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n files</source>
        <translation><numerusform>ファイル %n 個</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n files, %1</source>
        <translation><numerusform>ファイル %n 個、%1</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n findings</source>
        <translation><numerusform>指摘 %n 件</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n groups</source>
        <translation><numerusform>%n グループ</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n groups, %1</source>
        <translation><numerusform>%n グループ、%1</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n items were not understood and not added</source>
        <translation><numerusform>%n 件は理解できず、追加されませんでした</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n jobs</source>
        <translation><numerusform>ジョブ %n 件</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n jobs are still running</source>
        <translation><numerusform>ジョブ %n 件が実行中です</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n labels</source>
        <translation><numerusform>ラベル %n 個</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n pairs of losses</source>
        <translation><numerusform>%n 組の損失</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n real fine-tunings</source>
        <translation><numerusform>実際の微調整 %n 回</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n with findings</source>
        <translation><numerusform>%n 件に指摘あり</numerusform></translation>
    </message>
    <message>
        <source>&amp;About Consort</source>
        <translation>Consort について(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add datasets…</source>
        <translation>データセットを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Change how it is read…</source>
        <translation>読み方を変更(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>一覧を消去(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>コマンドパレット(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>ダークテーマ(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Estimate affinity</source>
        <translation>親和度を推定(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全画面(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Group datasets again</source>
        <translation>グループ分けをやり直す(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keep with</source>
        <translation>一緒にする(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>ライトテーマ(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>マニュアル(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Move to</source>
        <translation>移動先(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;New group</source>
        <translation>新しいグループ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>新規プロジェクト(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>プロジェクトを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Pin to group %1</source>
        <translation>グループ %1 に固定(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>プロジェクト(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Read again from its files</source>
        <translation>ファイルから読み直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>やり直す：%1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>配置を元に戻す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>実行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>設定(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Stop and save</source>
        <translation>停止して保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;System theme</source>
        <translation>システムのテーマ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>ツール(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>ウィンドウの案内(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Train the groups</source>
        <translation>グループを学習(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>元に戻す：%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;What is dataset affinity?</source>
        <translation>データセットの親和度とは(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>ウィンドウ(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Worth of the members</source>
        <translation>メンバーの価値(&amp;W)</translation>
    </message>
    <message>
        <source>, %1 cut</source>
        <translation>、%1 切り捨て</translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>、残り %1</translation>
    </message>
    <message>
        <source>, %1 of this run left</source>
        <translation>、この実行の残り %1</translation>
    </message>
    <message>
        <source>, or not at all</source>
        <translation>、または影響なし</translation>
    </message>
    <message>
        <source>1  Drop datasets</source>
        <translation>1  データセットを入れる</translation>
    </message>
    <message>
        <source>10 datasets, small model, whole loop in 5 min</source>
        <translation>データセット 10 個、小さなモデル、全体で 5 分</translation>
    </message>
    <message>
        <source>2  See who helps whom</source>
        <translation>2  誰が誰を助けるかを見る</translation>
    </message>
    <message>
        <source>3  Choose the groups</source>
        <translation>3  グループを選ぶ</translation>
    </message>
    <message>
        <source>3 epochs over every group's tokens: tokens × (4 × weights of the blocks + 6 × adapter parameters)</source>
        <translation>各グループのトークンを 3 エポック：トークン ×（4 × ブロックの重み + 6 × アダプターのパラメーター）</translation>
    </message>
    <message>
        <source>4  Train and export</source>
        <translation>4  学習して書き出す</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区間</translation>
    </message>
    <message>
        <source>95 % interval of the weight: %1 to %2</source>
        <translation>重みの 95 % 区間：%1～%2</translation>
    </message>
    <message>
        <source>95 % over validation rows, the datasets fixed</source>
        <translation>検証行の 95 % 区間、データセットは固定</translation>
    </message>
    <message>
        <source>&lt;p&gt;Consort is free software under the GNU General Public License, version 3 or later.&lt;/p&gt;&lt;p&gt;After EnsembleLoRA (ACL 2025, arXiv 2505.21930) and GradEx (EMNLP Findings 2024, arXiv 2409.19458).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Consort は GNU 一般公衆利用許諾書バージョン 3 以降による自由ソフトウェアです。&lt;/p&gt;&lt;p&gt;EnsembleLoRA（ACL 2025、arXiv 2505.21930）と GradEx（EMNLP Findings 2024、arXiv 2409.19458）に基づきます。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A Hugging Face folder with config.json, *.safetensors and tokenizer.json. It stays where it is.</source>
        <translation>config.json、*.safetensors、tokenizer.json のある Hugging Face フォルダー。元の場所のままです。</translation>
    </message>
    <message>
        <source>A PEFT folder from elsewhere becomes a member of the ensemble</source>
        <translation>他所の PEFT フォルダーがアンサンブルのメンバーになります</translation>
    </message>
    <message>
        <source>A folder with a project.sqlite</source>
        <translation>project.sqlite のあるフォルダー</translation>
    </message>
    <message>
        <source>A folder with train, valid and test files, or a folder of such folders</source>
        <translation>学習・検証・テストのファイルがあるフォルダー、またはその集まり</translation>
    </message>
    <message>
        <source>A gate weighs every prompt anew; the faders show the mean over the validation rows. Moving one puts fixed weights in the place of the gate.</source>
        <translation>ゲートがプロンプトごとに重みを決めます。フェーダーは検証行の平均を示し、動かすとゲートの代わりに固定の重みになります。</translation>
    </message>
    <message>
        <source>A member that was taken in from elsewhere leaves the ensemble</source>
        <translation>他所から取り込んだメンバーをアンサンブルから外します</translation>
    </message>
    <message>
        <source>A project goes from data to a bundle. Every stage can be opened at any time; its mark says whether it is done, open or needs you.</source>
        <translation>プロジェクトはデータからバンドルまで進みます。どの段階もいつでも開けます。印は完了、未完了、要確認を表します。</translation>
    </message>
    <message>
        <source>A small gate reads each prompt and weighs the members anew; then everything is scored again</source>
        <translation>小さなゲートが各プロンプトを読んでメンバーを重み付けし直し、その後すべてを再評価します</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>%1 について</translation>
    </message>
    <message>
        <source>About Consort</source>
        <translation>Consort について</translation>
    </message>
    <message>
        <source>Above 0: better than knowing only which datasets are inside</source>
        <translation>0 より大きい: どのデータセットが含まれるかだけを知るより良い</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>Accuracy %</source>
        <translation>正解率 %</translation>
    </message>
    <message>
        <source>Adapted layers</source>
        <translation>適応する層</translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation>アダプター</translation>
    </message>
    <message>
        <source>Adapters of all groups, float32</source>
        <translation>全グループのアダプター、float32</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 を追加</translation>
    </message>
    <message numerus='yes'>
        <source>Add %n items</source>
        <translation><numerusform>%n 件を追加</numerusform></translation>
    </message>
    <message>
        <source>Add a &amp;boosting member</source>
        <translation>ブースティングメンバーを追加(&amp;B)</translation>
    </message>
    <message>
        <source>Add a boosting member</source>
        <translation>ブースティングメンバーを追加</translation>
    </message>
    <message>
        <source>Add at least two datasets first</source>
        <translation>まずデータセットを 2 個以上追加してください</translation>
    </message>
    <message>
        <source>Add dataset &amp;folder…</source>
        <translation>データセットのフォルダーを追加(&amp;F)…</translation>
    </message>
    <message>
        <source>Add dataset folder</source>
        <translation>データセットのフォルダーを追加</translation>
    </message>
    <message>
        <source>Add datasets</source>
        <translation>データセットを追加</translation>
    </message>
    <message>
        <source>Added last</source>
        <translation>最後に追加</translation>
    </message>
    <message>
        <source>Affinity</source>
        <translation>親和度</translation>
    </message>
    <message>
        <source>Affinity estimated</source>
        <translation>親和度を推定済み</translation>
    </message>
    <message>
        <source>Against an adapter of its own, predicted</source>
        <translation>単独のアダプターとの比較、予測値</translation>
    </message>
    <message>
        <source>Against an adapter of its own: points of accuracy, or loss where there are no choices</source>
        <translation>単独のアダプターとの比較：正解率のポイント、選択肢がなければ損失</translation>
    </message>
    <message>
        <source>All %1 files</source>
        <translation>全 %1 ファイル</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>すべての供給元</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>単独</translation>
    </message>
    <message>
        <source>Alone: %1</source>
        <translation>単独：%1</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>アルファ</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+下</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+上</translation>
    </message>
    <message>
        <source>An illustrated page of two minutes</source>
        <translation>2 分で読める図解</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>Answer words</source>
        <translation>答えの語</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>As imported</source>
        <translation>取り込み順</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>At the speed of the runs already trained here, else at 20 GFLOP/s a core</source>
        <translation>ここで学習済みの実行の速さ、なければ 1 コア 20 GFLOP/s</translation>
    </message>
    <message>
        <source>Back to the best</source>
        <translation>最良に戻す</translation>
    </message>
    <message>
        <source>Back to the best %1</source>
        <translation>最良の %1 個に戻す</translation>
    </message>
    <message>
        <source>Back to the welcome page</source>
        <translation>最初の画面に戻る</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>後退</translation>
    </message>
    <message>
        <source>Base held as</source>
        <translation>ベースの保持形式</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>ベースモデル</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>比較対象</translation>
    </message>
    <message>
        <source>Baselines, to compare with</source>
        <translation>比べるための学習</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>バッチ</translation>
    </message>
    <message>
        <source>Begin at</source>
        <translation>開始点</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最良</translation>
    </message>
    <message>
        <source>Best member</source>
        <translation>最良のメンバー</translation>
    </message>
    <message>
        <source>Best step</source>
        <translation>最良のステップ</translation>
    </message>
    <message>
        <source>Brings</source>
        <translation>寄与</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>バンドル</translation>
    </message>
    <message>
        <source>By how many nats it lowers the validation loss of the others, on average over all orders in which datasets could be added (Shapley value); estimated</source>
        <translation>データセットを加えうるすべての順序の平均で、他の検証損失を何ナット下げるか（シャープレイ値）。推定値</translation>
    </message>
    <message numerus='yes'>
        <source>By other methods, %n groups</source>
        <translation><numerusform>他の方法、%n グループ</numerusform></translation>
    </message>
    <message>
        <source>C&amp;lose project</source>
        <translation>プロジェクトを閉じる(&amp;L)</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>ジョブをキャンセル</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>Change of the validation loss of %1 per unit step down this row's own loss; above 0 harms</source>
        <translation>この行自身の損失を単位だけ下げたときの %1 の検証損失の変化。0 より大きいと有害</translation>
    </message>
    <message>
        <source>Change of this row's loss per unit step down the training loss of %1; above 0 harms</source>
        <translation>%1 の学習損失を単位だけ下げたときのこの行の損失の変化。0 より大きいと有害</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>チャットテンプレート</translation>
    </message>
    <message>
        <source>Check by fine-tuning</source>
        <translation>微調整で確かめる</translation>
    </message>
    <message>
        <source>Check the bundle's &amp;files</source>
        <translation>バンドルのファイルを検査(&amp;F)</translation>
    </message>
    <message>
        <source>Check the bundle's files</source>
        <translation>バンドルのファイルを検査</translation>
    </message>
    <message>
        <source>Check the estimate by &amp;fine-tuning</source>
        <translation>推定を微調整で確かめる(&amp;F)</translation>
    </message>
    <message>
        <source>Check the estimate by fine-tuning</source>
        <translation>推定を微調整で確かめる</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>Choose a dataset</source>
        <translation>データセットを選んでください</translation>
    </message>
    <message>
        <source>Choose a folder and a base model</source>
        <translation>フォルダーとベースモデルを選ぶ</translation>
    </message>
    <message>
        <source>Choose groups</source>
        <translation>グループを選ぶ</translation>
    </message>
    <message>
        <source>Choose sources</source>
        <translation>供給元を選ぶ</translation>
    </message>
    <message>
        <source>Choose sources for %1</source>
        <translation>%1 の供給元を選ぶ</translation>
    </message>
    <message>
        <source>Choose the folder of a base model.</source>
        <translation>ベースモデルのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Choose the folder of the base model</source>
        <translation>ベースモデルのフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose the folder of the bundle</source>
        <translation>バンドルのフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose the folder of the project</source>
        <translation>プロジェクトのフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose the groups first</source>
        <translation>先にグループを選んでください</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation>終了分を消す</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>一覧を消去</translation>
    </message>
    <message>
        <source>Click on anything to learn what it is</source>
        <translation>何かをクリックすると説明が出ます</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>インスペクターを閉じる</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>グループ順</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>ウィンドウの色</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Combine and evaluate</source>
        <translation>結合して評価</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>コマンドパレット</translation>
    </message>
    <message>
        <source>Commands and objects</source>
        <translation>コマンドと対象</translation>
    </message>
    <message>
        <source>Compare &amp;runs</source>
        <translation>実行を比較(&amp;R)</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>実行を比較</translation>
    </message>
    <message>
        <source>Compare the methods</source>
        <translation>方法を比べる</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比較相手</translation>
    </message>
    <message>
        <source>Computed in</source>
        <translation>計算の形式</translation>
    </message>
    <message>
        <source>Computing the price</source>
        <translation>コストを計算中</translation>
    </message>
    <message>
        <source>Conflict inspector</source>
        <translation>競合インスペクター</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>制約</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Copy the embedded sample into a new project</source>
        <translation>同梱のサンプルを新しいプロジェクトにコピー</translation>
    </message>
    <message>
        <source>Copy the whole project to another folder</source>
        <translation>プロジェクト全体を別のフォルダーにコピー</translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation>%1 を作成</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>プロジェクトを作成</translation>
    </message>
    <message>
        <source>Curve that is compared</source>
        <translation>比較する曲線</translation>
    </message>
    <message>
        <source>Curves and configuration of runs side by side</source>
        <translation>実行の曲線と設定を並べて表示</translation>
    </message>
    <message>
        <source>Curves of the chosen runs</source>
        <translation>選んだ実行の曲線</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切り捨て</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>データセット</translation>
    </message>
    <message>
        <source>Dataset that is mixed for</source>
        <translation>混合するデータセット</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>データセット</translation>
    </message>
    <message>
        <source>Datasets (*.jsonl *.json *.csv *.tsv *.parquet *.arrow *.feather *.txt *.gz *.zst);;All files (*)</source>
        <translation>データセット (*.jsonl *.json *.csv *.tsv *.parquet *.arrow *.feather *.txt *.gz *.zst);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Datasets a group has at least</source>
        <translation>1 グループの最小データセット数</translation>
    </message>
    <message>
        <source>Datasets a group has at most</source>
        <translation>1 グループの最大データセット数</translation>
    </message>
    <message>
        <source>Datasets of group %1</source>
        <translation>グループ %1 のデータセット</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>ディスク</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Diverged, last good state kept</source>
        <translation>発散、最後の良い状態を保持</translation>
    </message>
    <message>
        <source>Do the edit again</source>
        <translation>編集をもう一度行う</translation>
    </message>
    <message>
        <source>Docks and sizes as they were at first</source>
        <translation>パネルと大きさを最初の状態に</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Done, best %1</source>
        <translation>完了、最良 %1</translation>
    </message>
    <message>
        <source>Drag a dataset to see the price before you let go</source>
        <translation>データセットをドラッグすると、放す前にコストが見えます</translation>
    </message>
    <message>
        <source>Drag the bundle to a file manager</source>
        <translation>バンドルをファイルマネージャーへドラッグ</translation>
    </message>
    <message>
        <source>Drop a dataset here to give it a group of its own</source>
        <translation>ここに置くと、そのデータセットだけのグループになります</translation>
    </message>
    <message>
        <source>Drop anything here</source>
        <translation>何でもここに置けます</translation>
    </message>
    <message>
        <source>Drop files or folders anywhere in this window: jsonl, json, csv, tsv, parquet, arrow or txt. Schema and splits are found for you.</source>
        <translation>ファイルやフォルダーをこのウィンドウのどこにでも置けます：jsonl、json、csv、tsv、parquet、arrow、txt。形式と分割は自動で見つかります。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>ドロップアウト</translation>
    </message>
    <message>
        <source>Duplicate rows in training</source>
        <translation>学習内の重複行</translation>
    </message>
    <message>
        <source>E&amp;valuate</source>
        <translation>評価(&amp;V)</translation>
    </message>
    <message>
        <source>E&amp;xport bundle</source>
        <translation>バンドルを書き出す(&amp;X)</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影響</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>プログラムを終える</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>アンサンブル</translation>
    </message>
    <message>
        <source>Ensemble says</source>
        <translation>アンサンブルの答え</translation>
    </message>
    <message>
        <source>Ensemble, logits</source>
        <translation>アンサンブル（ロジット）</translation>
    </message>
    <message>
        <source>Ensembles</source>
        <translation>アンサンブル</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>均等</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>推定</translation>
    </message>
    <message>
        <source>Estimate affinity</source>
        <translation>親和度を推定</translation>
    </message>
    <message>
        <source>Estimate again</source>
        <translation>推定し直す</translation>
    </message>
    <message>
        <source>Estimate, group, train, evaluate and export in a row</source>
        <translation>推定、グループ分け、学習、評価、書き出しを続けて行う</translation>
    </message>
    <message>
        <source>Estimated against measured loss</source>
        <translation>推定損失と実測損失</translation>
    </message>
    <message>
        <source>Estimated loss</source>
        <translation>推定損失</translation>
    </message>
    <message>
        <source>Estimated: larger helps the target more</source>
        <translation>推定値：大きいほど目標に役立つ</translation>
    </message>
    <message>
        <source>Estimation and training that the system needed</source>
        <translation>このシステムに必要だった推定と学習</translation>
    </message>
    <message>
        <source>Estimation error</source>
        <translation>推定誤差</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Evaluate again</source>
        <translation>評価し直す</translation>
    </message>
    <message>
        <source>Evaluate the members first</source>
        <translation>先にメンバーを評価してください</translation>
    </message>
    <message>
        <source>Evaluated</source>
        <translation>評価済み</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Every change is saved</source>
        <translation>すべての変更は保存済み</translation>
    </message>
    <message>
        <source>Every command and every object by name</source>
        <translation>すべてのコマンドと対象を名前で</translation>
    </message>
    <message>
        <source>Every hash and shape, and a replayed batch</source>
        <translation>すべてのハッシュと形、再生した 1 バッチ</translation>
    </message>
    <message>
        <source>Every number of groups as a table</source>
        <translation>グループ数ごとの表</translation>
    </message>
    <message>
        <source>Every order in which the datasets could be added is being compared…</source>
        <translation>データセットを加えうるすべての順序を比較しています…</translation>
    </message>
    <message>
        <source>Every system answers the test rows once: the frozen base, the baselines, each group's adapter and the ensemble.</source>
        <translation>各システムがテスト行に一度ずつ答えます：凍結ベース、比較対象、各グループのアダプター、アンサンブル。</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>例</translation>
    </message>
    <message>
        <source>Expand at</source>
        <translation>展開点</translation>
    </message>
    <message>
        <source>Expansion point</source>
        <translation>展開点</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 を書き出す</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>もう一度書き出す</translation>
    </message>
    <message>
        <source>Export bundle</source>
        <translation>バンドルを書き出す</translation>
    </message>
    <message>
        <source>Export the matrix</source>
        <translation>行列を書き出す</translation>
    </message>
    <message>
        <source>Export the plot</source>
        <translation>図を書き出す</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>書き出し済み</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>FLOP</source>
        <translation>FLOP</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Faithfulness certificate</source>
        <translation>忠実度の証明書</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Files of %1 changed on disk</source>
        <translation>%1 のファイルがディスク上で変わりました</translation>
    </message>
    <message>
        <source>Files of the bundle</source>
        <translation>バンドルのファイル</translation>
    </message>
    <message>
        <source>Files or folders of rows</source>
        <translation>行のファイルまたはフォルダー</translation>
    </message>
    <message>
        <source>Files, folders and base models can be dropped anywhere in the window. Nothing is sent anywhere.</source>
        <translation>ファイル、フォルダー、ベースモデルをウィンドウのどこにでも置けます。何も送信しません。</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Filter recent projects</source>
        <translation>最近のプロジェクトを絞り込む</translation>
    </message>
    <message>
        <source>Filter the project</source>
        <translation>プロジェクトを絞り込む</translation>
    </message>
    <message>
        <source>Find in log</source>
        <translation>ログ内を検索</translation>
    </message>
    <message>
        <source>Find in table</source>
        <translation>表内を検索</translation>
    </message>
    <message>
        <source>Find in the table of datasets</source>
        <translation>データセットの表を検索</translation>
    </message>
    <message>
        <source>Find out which of your datasets help each other, train one adapter per group, and export one ensemble.</source>
        <translation>どのデータセットが助け合うかを調べ、グループごとにアダプターを学習し、1 つのアンサンブルを書き出します。</translation>
    </message>
    <message>
        <source>First-order error</source>
        <translation>一次誤差</translation>
    </message>
    <message>
        <source>First-order error against distance</source>
        <translation>一次誤差と距離</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>当てはめ</translation>
    </message>
    <message>
        <source>Fit the weights and score every system on the test rows</source>
        <translation>重みを当てはめ、テスト行で全システムを採点</translation>
    </message>
    <message>
        <source>Fits in %1</source>
        <translation>%1 に収まります</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Folder of the base model</source>
        <translation>ベースモデルのフォルダー</translation>
    </message>
    <message>
        <source>Folder of the bundle</source>
        <translation>バンドルのフォルダー</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>プロジェクトのフォルダー</translation>
    </message>
    <message>
        <source>Forecast of the peak while one adapter is trained; groups are trained one after another</source>
        <translation>アダプター一つを学習するときの最大値の予測。グループは順に学習します</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前進</translation>
    </message>
    <message>
        <source>Frozen base</source>
        <translation>凍結ベース</translation>
    </message>
    <message>
        <source>GGUF for llama.cpp</source>
        <translation>llama.cpp 用 GGUF</translation>
    </message>
    <message>
        <source>GGUF, %1</source>
        <translation>GGUF、%1</translation>
    </message>
    <message>
        <source>Gains</source>
        <translation>利得</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>%1へ</translation>
    </message>
    <message>
        <source>Go to affinity</source>
        <translation>親和度へ</translation>
    </message>
    <message>
        <source>Go to training</source>
        <translation>学習へ</translation>
    </message>
    <message>
        <source>GradEx: gradients at an adapter that was trained on all sources estimate the target's loss for sets of sources. Random ensemble: a source's score is the mean over the drawn sets that hold it. Forward and backward add or drop the best or worst source as long as the estimate falls (method, section 10).</source>
        <translation>GradEx：すべての供給元で訓練したアダプターでの勾配から、供給元の集合ごとに目標の損失を推定します。ランダムアンサンブル：供給元の得点は、それを含む抽出集合の平均です。前進と後退は、推定が下がる限り最良の供給元を加え、または最悪の供給元を除きます（手法、第10節）。</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>勾配クリップ</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>勾配ノルム</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>勾配</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>グループ %1</translation>
    </message>
    <message>
        <source>Group &amp;%1</source>
        <translation>グループ &amp;%1</translation>
    </message>
    <message>
        <source>Group by %1</source>
        <translation>%1 で分ける</translation>
    </message>
    <message>
        <source>Group by the present method and constraints</source>
        <translation>現在の方法と制約で分ける</translation>
    </message>
    <message>
        <source>Group datasets again</source>
        <translation>グループ分けをやり直す</translation>
    </message>
    <message>
        <source>Grouped</source>
        <translation>グループ分け済み</translation>
    </message>
    <message>
        <source>Groupings</source>
        <translation>グループ分け</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Groups are chosen from the affinity. Estimate it first: seconds, nothing is trained.</source>
        <translation>グループは親和度から選びます。先に推定してください。数秒で済み、学習はしません。</translation>
    </message>
    <message>
        <source>Groups datasets by how they help each other, trains one adapter per group, exports the weighted ensemble.</source>
        <translation>データセットを助け合いに応じて分け、グループごとにアダプターを学習し、重み付きアンサンブルを書き出します。</translation>
    </message>
    <message>
        <source>Groups of at least %1</source>
        <translation>%1 個以上のグループ</translation>
    </message>
    <message>
        <source>Groups of at most %1</source>
        <translation>%1 個以下のグループ</translation>
    </message>
    <message>
        <source>Groups the datasets by every method, for the number of groups chosen, and shows what each is predicted to reach</source>
        <translation>選んだグループ数で各方法により分け、それぞれの予測を示します</translation>
    </message>
    <message>
        <source>Groups: %1 → %2</source>
        <translation>グループ数：%1 → %2</translation>
    </message>
    <message>
        <source>Hints at the parts of the window</source>
        <translation>ウィンドウの各部のヒント</translation>
    </message>
    <message>
        <source>How %1 is read</source>
        <translation>%1 の読み方</translation>
    </message>
    <message>
        <source>How groups are found: refined starts from the semidefinite relaxation and climbs the predicted score</source>
        <translation>グループの見つけ方：refined は半正定値緩和から始め、予測スコアを登ります</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>しくみ</translation>
    </message>
    <message>
        <source>How many groups</source>
        <translation>グループの数</translation>
    </message>
    <message>
        <source>How sure the detected schema is</source>
        <translation>検出した形式の確かさ</translation>
    </message>
    <message>
        <source>How sure the detection is, from the columns' names and contents</source>
        <translation>列の名前と中身から見た検出の確かさ</translation>
    </message>
    <message>
        <source>How sure the weights are, and what the ensemble loses without each member</source>
        <translation>重みの確かさと、各メンバーを欠いたときにアンサンブルが失うもの</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 を取り込む</translation>
    </message>
    <message numerus='yes'>
        <source>Import %n items</source>
        <translation><numerusform>%n 件を取り込む</numerusform></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>区間</translation>
    </message>
    <message>
        <source>It is here already</source>
        <translation>すでにここにあります</translation>
    </message>
    <message>
        <source>It is running; it can be cancelled in the strip above the stage</source>
        <translation>実行中です。段階の上の帯で取り消せます</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Jobs %1</source>
        <translation>ジョブ %1</translation>
    </message>
    <message>
        <source>Jobs run in the background. You can look around, change groups and weigh members meanwhile.</source>
        <translation>ジョブは裏で動きます。その間も閲覧、グループの変更、重み付けができます。</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>Keep %1 apart from %2</source>
        <translation>%1 を %2 と離す</translation>
    </message>
    <message>
        <source>Keep %1 with %2</source>
        <translation>%1 を %2 と一緒にする</translation>
    </message>
    <message>
        <source>Keep &amp;apart from</source>
        <translation>離す(&amp;A)</translation>
    </message>
    <message>
        <source>Keep options</source>
        <translation>オプションを保持</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>実行を続ける</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>ひざ</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>文字を大きく(&amp;A)</translation>
    </message>
    <message>
        <source>Label balance</source>
        <translation>ラベルの割合</translation>
    </message>
    <message>
        <source>Labels in training</source>
        <translation>学習内のラベル</translation>
    </message>
    <message>
        <source>Lambda</source>
        <translation>ラムダ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>システムの言語</translation>
    </message>
    <message>
        <source>Language, text size, motion, shortcuts</source>
        <translation>言語、文字の大きさ、動き、ショートカット</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Largest difference of a logit over the replayed rows</source>
        <translation>再生した行でのロジットの最大差</translation>
    </message>
    <message>
        <source>Largest share of the rows that are near duplicates of rows of another dataset</source>
        <translation>別のデータセットの行とほぼ重複する行の最大割合</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>案内を終える</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>残り</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>動きを減らす</translation>
    </message>
    <message>
        <source>Let go to add. Esc cancels.</source>
        <translation>放すと追加します。Esc で取り消し。</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Lines that load the bundle</source>
        <translation>バンドルを読み込む行</translation>
    </message>
    <message>
        <source>LoRA files of the merged adapter and the members</source>
        <translation>統合アダプターと各メンバーの LoRA ファイル</translation>
    </message>
    <message>
        <source>LoRA rank %1, alpha %2 on %3; %4 layers of width %5</source>
        <translation>LoRA ランク %1、アルファ %2、対象 %3；%4 層、幅 %5</translation>
    </message>
    <message>
        <source>Locate</source>
        <translation>探す</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>対数目盛</translation>
    </message>
    <message>
        <source>Logits ensemble</source>
        <translation>ロジットのアンサンブル</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最長</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Loss per dataset</source>
        <translation>データセットごとの損失</translation>
    </message>
    <message>
        <source>Lowest level shown</source>
        <translation>表示する最低レベル</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>マクロ F1</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>作成</translation>
    </message>
    <message numerus='yes'>
        <source>Make a group of %n datasets</source>
        <translation><numerusform>%n 個のデータセットでグループを作る</numerusform></translation>
    </message>
    <message>
        <source>Make a project for a base model</source>
        <translation>ベースモデルのプロジェクトを作る</translation>
    </message>
    <message>
        <source>Make this a group</source>
        <translation>これをグループにする</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>マニュアル</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>行列</translation>
    </message>
    <message>
        <source>Matrix as a table</source>
        <translation>行列を表で</translation>
    </message>
    <message>
        <source>Max |Δ logit|</source>
        <translation>最大 |Δ ロジット|</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Mean Kullback–Leibler divergence, natural logarithm</source>
        <translation>カルバック・ライブラー情報量の平均、自然対数</translation>
    </message>
    <message>
        <source>Mean accuracy</source>
        <translation>平均正解率</translation>
    </message>
    <message>
        <source>Mean accuracy: %1</source>
        <translation>平均正解率：%1</translation>
    </message>
    <message>
        <source>Mean against one adapter for all datasets</source>
        <translation>全体で 1 つのアダプターと比べた平均</translation>
    </message>
    <message>
        <source>Mean gain inside %1</source>
        <translation>内部の平均利得 %1</translation>
    </message>
    <message>
        <source>Mean loss</source>
        <translation>平均損失</translation>
    </message>
    <message>
        <source>Mean loss: %1</source>
        <translation>平均損失：%1</translation>
    </message>
    <message>
        <source>Mean over the datasets</source>
        <translation>データセットの平均</translation>
    </message>
    <message>
        <source>Mean over the datasets of what each is predicted to reach in its own group, with the 95 % interval over validation rows</source>
        <translation>各データセットが自分のグループで達すると予測される値の平均と、検証行の 95 % 区間</translation>
    </message>
    <message>
        <source>Mean tokens a row, prompt and target</source>
        <translation>1 行の平均トークン数、入力と目標</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>メンバー</translation>
    </message>
    <message>
        <source>Member adapter %1</source>
        <translation>メンバーアダプター %1</translation>
    </message>
    <message>
        <source>Member adapters</source>
        <translation>メンバーアダプター</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Memory for: %1</source>
        <translation>メモリ: %1</translation>
    </message>
    <message>
        <source>Memory, GB</source>
        <translation>メモリ、GB</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>Merged adapter, cat</source>
        <translation>統合アダプター、cat</translation>
    </message>
    <message>
        <source>Merged, cat</source>
        <translation>統合、cat</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation>マイクロバッチ</translation>
    </message>
    <message>
        <source>Mixtures of datasets that were fitted, in %1</source>
        <translation>適合したデータセットの組み合わせ、所要 %1</translation>
    </message>
    <message>
        <source>More about the members</source>
        <translation>メンバーのその他の操作</translation>
    </message>
    <message>
        <source>More than %1</source>
        <translation>%1 を超えます</translation>
    </message>
    <message>
        <source>Most helped first</source>
        <translation>助けられる順</translation>
    </message>
    <message>
        <source>Most helpful first</source>
        <translation>助ける順</translation>
    </message>
    <message>
        <source>Move %1 to group %2</source>
        <translation>%1 をグループ %2 へ移動</translation>
    </message>
    <message>
        <source>Move one slider. Score, time and memory are predicted for each choice.</source>
        <translation>スライダー 1 つを動かすだけ。スコア、時間、メモリが選択ごとに予測されます。</translation>
    </message>
    <message>
        <source>Nearest by gradient</source>
        <translation>勾配で最も近い</translation>
    </message>
    <message>
        <source>Nearest by representation</source>
        <translation>表現で最も近い</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新しいグループ</translation>
    </message>
    <message>
        <source>New keys for the selected command</source>
        <translation>選んだコマンドの新しいキー</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新規プロジェクト</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>次の行</translation>
    </message>
    <message>
        <source>No affinity yet</source>
        <translation>親和度はまだありません</translation>
    </message>
    <message>
        <source>No bundle yet</source>
        <translation>バンドルはまだありません</translation>
    </message>
    <message>
        <source>No datasets yet</source>
        <translation>データセットはまだありません</translation>
    </message>
    <message>
        <source>No groups yet</source>
        <translation>グループはまだありません</translation>
    </message>
    <message>
        <source>None. Press M on a dataset to pin it, or to keep it with or apart from another.</source>
        <translation>なし。データセット上で M を押すと、固定や、ほかとの同居・分離ができます。</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Nothing else changed. Choose a folder in which you may write.</source>
        <translation>ほかは何も変わっていません。書き込めるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Nothing evaluated yet</source>
        <translation>まだ評価していません</translation>
    </message>
    <message>
        <source>Nothing here can be added</source>
        <translation>追加できるものがありません</translation>
    </message>
    <message>
        <source>Nothing trained yet</source>
        <translation>まだ学習していません</translation>
    </message>
    <message>
        <source>Number of groups</source>
        <translation>グループの数</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>Of estimated and measured losses over the probed sets, mean over the datasets; the same trainings with another seed reach %1</source>
        <translation>プローブした組での推定損失と実測損失の順位相関（データセット平均）。別のシードの同じ訓練では %1</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>ディスク上</translation>
    </message>
    <message>
        <source>One adapter a group, in the background</source>
        <translation>グループごとに 1 つのアダプター、裏で実行</translation>
    </message>
    <message>
        <source>One adapter for all datasets</source>
        <translation>全データセットで 1 つのアダプター</translation>
    </message>
    <message>
        <source>One adapter is trained on everything for a start; from there the gradients of the other datasets rank them as sources of the target, and the base is trained once on those that help.</source>
        <translation>まずすべてのデータで一つのアダプターを訓練し、そこでの他のデータセットの勾配で目標の供給元として順位を付け、役立つものだけで土台を一度訓練します。</translation>
    </message>
    <message>
        <source>One adapter per dataset</source>
        <translation>データセットごとに 1 つのアダプター</translation>
    </message>
    <message>
        <source>One adapter per group, in the background. The learning rate comes from a short range test.</source>
        <translation>グループごとに 1 つのアダプターを裏で学習します。学習率は短い範囲テストで決まります。</translation>
    </message>
    <message>
        <source>One adapter per group, weighted together, checked and ready to serve.</source>
        <translation>グループごとに 1 つのアダプター。重み付けし、検査し、すぐ使えます。</translation>
    </message>
    <message>
        <source>One for all</source>
        <translation>全体で 1 つ</translation>
    </message>
    <message>
        <source>One gradient pass over the rows of your datasets predicts every mixture of them. Nothing is trained.</source>
        <translation>行の勾配を一度計算するだけで、どんな混合も予測します。学習はしません。</translation>
    </message>
    <message>
        <source>One gradient pass predicts every mixture. No training needed.</source>
        <translation>勾配を一度計算するだけで、どんな混合も予測。学習不要。</translation>
    </message>
    <message>
        <source>One gradient per row, then every mixture is predicted</source>
        <translation>1 行に 1 つの勾配、その後すべての混合を予測</translation>
    </message>
    <message>
        <source>One more member for the group of the highest training loss; then everything is scored again</source>
        <translation>訓練損失が最も高いグループにメンバーを1つ加え、すべてを再評価します</translation>
    </message>
    <message>
        <source>One per dataset</source>
        <translation>個別に 1 つ</translation>
    </message>
    <message>
        <source>One point less</source>
        <translation>1 ポイント小さく</translation>
    </message>
    <message>
        <source>One point more</source>
        <translation>1 ポイント大きく</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近使ったもの(&amp;R)</translation>
    </message>
    <message>
        <source>Open &amp;sample</source>
        <translation>サンプルを開く(&amp;S)</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>プロジェクトを開く</translation>
    </message>
    <message>
        <source>Open a project folder</source>
        <translation>プロジェクトのフォルダーを開く</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>プロジェクトを開く</translation>
    </message>
    <message>
        <source>Open sample</source>
        <translation>サンプルを開く</translation>
    </message>
    <message>
        <source>Open the Log dock</source>
        <translation>ログを開く</translation>
    </message>
    <message>
        <source>Open the bundle's fol&amp;der</source>
        <translation>バンドルのフォルダーを開く(&amp;D)</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>サンプルを開く</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>開いています</translation>
    </message>
    <message>
        <source>Optimise</source>
        <translation>最適化</translation>
    </message>
    <message>
        <source>Optimise %1</source>
        <translation>%1を最適化</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>オプション</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>オプション</translation>
    </message>
    <message>
        <source>Or drop datasets and a model folder anywhere in this window.</source>
        <translation>または、データセットとモデルのフォルダーをこのウィンドウのどこにでも置いてください。</translation>
    </message>
    <message>
        <source>Order of the datasets</source>
        <translation>データセットの順序</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重なり</translation>
    </message>
    <message>
        <source>Overlap scan</source>
        <translation>重なりの走査</translation>
    </message>
    <message>
        <source>Owner only</source>
        <translation>持ち主のみ</translation>
    </message>
    <message>
        <source>PEFT, exact sum of the members</source>
        <translation>PEFT、メンバーの厳密な和</translation>
    </message>
    <message>
        <source>PEFT, one a group</source>
        <translation>PEFT、グループごとに 1 つ</translation>
    </message>
    <message>
        <source>Pairwise</source>
        <translation>対ごと</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Parts of the bundle</source>
        <translation>バンドルの部分</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>忍耐</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>一時停止または再開</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Peak memory of measuring all systems: the base, one block's activations of a batch, and the kept states of the members.</source>
        <translation>全システムを測るときの最大メモリ: ベース、一バッチ分の一ブロックの活性、保持するメンバーの状態。</translation>
    </message>
    <message>
        <source>Peak memory of one training run: the base, the activations of a batch of the longest rows, the adapter and the moments of its optimiser.</source>
        <translation>一回の学習の最大メモリ: ベース、最長の行からなるバッチの活性、アダプターとそのオプティマイザーのモーメント。</translation>
    </message>
    <message>
        <source>Peak memory of the estimate: the base, the activations of a batch of rows on every compute thread, and one sketch per row.</source>
        <translation>推定の最大メモリ: ベース、計算スレッドごとの一バッチ分の活性、行ごとのスケッチ。</translation>
    </message>
    <message>
        <source>Peak of the process while the run was trained</source>
        <translation>実行の学習中のプロセスの最大値</translation>
    </message>
    <message>
        <source>Picture or table (*.png *.svg *.pdf *.csv)</source>
        <translation>画像または表 (*.png *.svg *.pdf *.csv)</translation>
    </message>
    <message>
        <source>Pin %1 to group %2</source>
        <translation>%1 をグループ %2 に固定</translation>
    </message>
    <message>
        <source>Plan: %1, %2</source>
        <translation>計画：%1、%2</translation>
    </message>
    <message>
        <source>Points, over the replayed rows</source>
        <translation>再生した行でのポイント</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>Predicted mean accuracy, band: 95 % interval</source>
        <translation>予測平均正解率、帯：95 % 区間</translation>
    </message>
    <message>
        <source>Predicted mean loss, band: 95 % interval</source>
        <translation>予測平均損失、帯：95 % 区間</translation>
    </message>
    <message>
        <source>Predictions follow a linear model of the outputs around the expansion point. The curve shows how wrong that model is at growing distances from it: mean of ((h0 + g·Δ − h) / max(|h|, |h0|))² over training rows (method, section 6). Up to 3 % the model counts as linear; above, the order of the predictions is worth more than their values.</source>
        <translation>予測は展開点のまわりの出力の線形モデルに従います。曲線は、点から離れるにつれてモデルがどれだけ外れるかを示します: 学習行での ((h0 + g·Δ − h) / max(|h|, |h0|))² の平均（方法、第 6 節）。3 % までは線形とみなし、それを超えると予測の値より順序のほうが信頼できます。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Price of the grouping</source>
        <translation>グループ分けのコスト</translation>
    </message>
    <message>
        <source>Probability of the right answer among the choices; free text: a token</source>
        <translation>選択肢中の正解の確率。自由文は 1 トークンあたり</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>プローブ</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Progress of the plan</source>
        <translation>計画の進み具合</translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation>実行中のジョブの進み具合</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>Projects that you open appear here.</source>
        <translation>開いたプロジェクトがここに並びます。</translation>
    </message>
    <message>
        <source>Prompt field</source>
        <translation>入力の列</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>プロパティ</translation>
    </message>
    <message>
        <source>Pull on %1</source>
        <translation>%1 を引く力</translation>
    </message>
    <message>
        <source>Pulled by %1</source>
        <translation>%1 に引かれる</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>質</translation>
    </message>
    <message>
        <source>Random ensemble</source>
        <translation>ランダムアンサンブル</translation>
    </message>
    <message>
        <source>Random sources</source>
        <translation>無作為の供給元</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>ランク</translation>
    </message>
    <message>
        <source>Rank correlation</source>
        <translation>順位相関</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>Re&amp;move an adapter…</source>
        <translation>アダプターを外す(&amp;M)…</translation>
    </message>
    <message>
        <source>Read %1 again</source>
        <translation>%1 を読み直す</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>読み取り専用</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近のプロジェクト</translation>
    </message>
    <message>
        <source>Reliable</source>
        <translation>信頼できる</translation>
    </message>
    <message>
        <source>Remo&amp;ve dataset</source>
        <translation>データセットを外す(&amp;V)</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 を外す</translation>
    </message>
    <message numerus='yes'>
        <source>Remove %n datasets</source>
        <translation><numerusform>データセット %n 個を外す</numerusform></translation>
    </message>
    <message>
        <source>Remove an adapter</source>
        <translation>アダプターを外す</translation>
    </message>
    <message>
        <source>Remove the constraint: %1</source>
        <translation>制約を外す：%1</translation>
    </message>
    <message>
        <source>Remove the member %1</source>
        <translation>メンバー %1 を外す</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 を元に戻す</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>すべての設定を元に戻す</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>Row as the model sees it</source>
        <translation>モデルから見た行</translation>
    </message>
    <message>
        <source>Row before</source>
        <translation>前の行</translation>
    </message>
    <message>
        <source>Row limit</source>
        <translation>行数の上限</translation>
    </message>
    <message>
        <source>Row of %1</source>
        <translation>%1 の行</translation>
    </message>
    <message>
        <source>Row output</source>
        <translation>行の出力</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Rows a dataset</source>
        <translation>データセットの行数</translation>
    </message>
    <message>
        <source>Rows cut</source>
        <translation>切り捨てた行</translation>
    </message>
    <message>
        <source>Rows set aside</source>
        <translation>除外した行</translation>
    </message>
    <message>
        <source>Rows that are pulled</source>
        <translation>引かれる行</translation>
    </message>
    <message>
        <source>Rows that datasets share, and test rows seen in training</source>
        <translation>データセットが共有する行、学習に現れるテスト行</translation>
    </message>
    <message>
        <source>Rows that pull</source>
        <translation>引く行</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Run compare</source>
        <translation>実行の比較</translation>
    </message>
    <message>
        <source>Run every &amp;open step</source>
        <translation>残りの段階をすべて実行(&amp;O)</translation>
    </message>
    <message>
        <source>Run every open step</source>
        <translation>残りの段階をすべて実行</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Runs to compare</source>
        <translation>比較する実行</translation>
    </message>
    <message>
        <source>R² over membership</source>
        <translation>所属に対する R²</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>文字を小さく(&amp;M)</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>同じ</translation>
    </message>
    <message>
        <source>Save &amp;diagnostics…</source>
        <translation>診断情報を保存(&amp;D)…</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>コピーを保存(&amp;C)…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>コピーを保存</translation>
    </message>
    <message>
        <source>Save a copy as %1</source>
        <translation>%1 としてコピーを保存</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>診断情報を保存</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>表を保存</translation>
    </message>
    <message>
        <source>Scan for &amp;overlap</source>
        <translation>重なりを調べる(&amp;O)</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Schema, columns, template and limits of the chosen dataset</source>
        <translation>選んだデータセットの形式、列、テンプレート、上限</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得点</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>コマンドを検索</translation>
    </message>
    <message>
        <source>Search commands   Ctrl+Shift+P</source>
        <translation>コマンドを検索   Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>Search commands and objects</source>
        <translation>コマンドと対象を検索</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Selection and baselines</source>
        <translation>選択と基準</translation>
    </message>
    <message>
        <source>Sets of datasets that were really trained on, by equal steps; the estimate is held against them</source>
        <translation>同じステップ数で実際に訓練したデータセットの組。推定値をこれと比べます</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Share of rows whose prompt lost tokens at its left end</source>
        <translation>入力の左端のトークンを失った行の割合</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共有</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>Shorter rows (token limit), a smaller batch or nf4 need less</source>
        <translation>短い行（トークン上限）、小さいバッチ、または nf4 なら少なく済みます</translation>
    </message>
    <message>
        <source>Show in log</source>
        <translation>ログで見る</translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation>ログを表示(&amp;L)</translation>
    </message>
    <message>
        <source>Show the curve of %1</source>
        <translation>%1 の曲線を表示</translation>
    </message>
    <message>
        <source>Show the last bundle in the file manager</source>
        <translation>最後のバンドルをファイルマネージャーで表示</translation>
    </message>
    <message>
        <source>Show the stage %1</source>
        <translation>段階「%1」を表示</translation>
    </message>
    <message>
        <source>Six sets of datasets are really trained on, and the estimate is held against them</source>
        <translation>六つの組み合わせを実際に訓練し、推定と照らし合わせます</translation>
    </message>
    <message>
        <source>Six stages</source>
        <translation>6 つの段階</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Sketch size</source>
        <translation>スケッチの次元</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>供給元</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>供給元</translation>
    </message>
    <message>
        <source>Sources by their help</source>
        <translation>役立つ順の供給元</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>スペース</translation>
    </message>
    <message>
        <source>Split shown</source>
        <translation>表示する分割</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>ここに残る</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>ステップ %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>停止して保存</translation>
    </message>
    <message>
        <source>Stop training within one step; what was learned is kept</source>
        <translation>1 ステップ以内に学習を止めます。学んだものは残ります</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>早期終了</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>戦略</translation>
    </message>
    <message>
        <source>Stretched: rank, do not quote</source>
        <translation>線形の範囲外：順位のみ有効</translation>
    </message>
    <message>
        <source>Subset size</source>
        <translation>部分集合の大きさ</translation>
    </message>
    <message>
        <source>Subsets</source>
        <translation>部分集合</translation>
    </message>
    <message>
        <source>Sum over groups of the affinity inside, by group size (method, section 8)</source>
        <translation>グループ内の親和度の和をその大きさで割ったもの（手法、8 節）</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Table (*.tsv)</source>
        <translation>表 (*.tsv)</translation>
    </message>
    <message>
        <source>Table of systems</source>
        <translation>システムの表</translation>
    </message>
    <message>
        <source>Tables and cards</source>
        <translation>表とカード</translation>
    </message>
    <message>
        <source>Take in %1</source>
        <translation>%1 を取り込む</translation>
    </message>
    <message>
        <source>Take in an &amp;adapter…</source>
        <translation>アダプターを取り込む(&amp;A)…</translation>
    </message>
    <message>
        <source>Take in an adapter</source>
        <translation>アダプターを取り込む</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>最後の編集を取り消す</translation>
    </message>
    <message>
        <source>Takes over what changed on disk</source>
        <translation>ディスク上の変更を取り込む</translation>
    </message>
    <message>
        <source>Takes the chosen datasets out of the project; can be undone</source>
        <translation>選んだデータセットをプロジェクトから外します。元に戻せます</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Target field</source>
        <translation>目標の列</translation>
    </message>
    <message>
        <source>Target mode</source>
        <translation>目標モード</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Test accuracy %</source>
        <translation>テスト正解率 %</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>テスト損失</translation>
    </message>
    <message>
        <source>Test rows seen in training</source>
        <translation>学習に現れるテスト行</translation>
    </message>
    <message>
        <source>Test rows. Bars: 95 % bootstrap interval, one scale a column. Bold: best.</source>
        <translation>テスト行。棒：95 % ブートストラップ区間、列ごとに 1 つの目盛。太字：最良。</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>テストの割合</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>Text to try</source>
        <translation>試す文</translation>
    </message>
    <message>
        <source>Text, labels, chats or choices in any common file. Schema and splits are found for you.</source>
        <translation>よくあるファイルの文章、ラベル、対話、選択肢。形式と分割は自動で見つかります。</translation>
    </message>
    <message>
        <source>The bundle holds the merged adapter, every member, the ensemble's weights and a certificate that replays rows from the written files.</source>
        <translation>バンドルには統合アダプター、全メンバー、アンサンブルの重み、書いたファイルから行を再生する証明書が入ります。</translation>
    </message>
    <message>
        <source>The dataset that is predicted to do worst</source>
        <translation>最も悪い結果が予測されるデータセット</translation>
    </message>
    <message>
        <source>The datasets changed, their affinity is old</source>
        <translation>データセットが変わり、親和度が古くなりました</translation>
    </message>
    <message>
        <source>The diagnostics could not be saved</source>
        <translation>診断情報を保存できませんでした</translation>
    </message>
    <message>
        <source>The first-order model counts as linear up to an error of 3 %</source>
        <translation>誤差 3 % までは一次モデルを線形とみなします</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>言語は次回の起動で変わります。</translation>
    </message>
    <message>
        <source>The loss counts this token</source>
        <translation>損失はこのトークンを数えます</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>次の段階</translation>
    </message>
    <message>
        <source>The offline manual</source>
        <translation>オフラインのマニュアル</translation>
    </message>
    <message>
        <source>The project cannot be read</source>
        <translation>プロジェクトを読めません</translation>
    </message>
    <message>
        <source>The project keeps the rows as they were read. %1</source>
        <translation>プロジェクトは読んだときの行を保持しています。%1</translation>
    </message>
    <message>
        <source>The project needs a folder that does not exist yet.</source>
        <translation>プロジェクトには、まだ存在しないフォルダーが必要です。</translation>
    </message>
    <message>
        <source>The same if everything else is there already (leave-one-out)</source>
        <translation>他がすべて揃っているときの同じ値（一つ抜き）</translation>
    </message>
    <message>
        <source>The smallest number of groups whose mean is within one standard error of the best</source>
        <translation>平均が最良から標準誤差 1 つ以内にある最小のグループ数</translation>
    </message>
    <message>
        <source>The table could not be written</source>
        <translation>表を書き出せませんでした</translation>
    </message>
    <message>
        <source>The table shows the ensemble as it was. Evaluating again takes only the datasets that changed.</source>
        <translation>表は以前のアンサンブルを示します。評価し直すと、変わったデータセットだけを処理します。</translation>
    </message>
    <message>
        <source>The target alone</source>
        <translation>目標のみ</translation>
    </message>
    <message>
        <source>The weights changed since these scores</source>
        <translation>このスコアの後で重みが変わりました</translation>
    </message>
    <message>
        <source>The window can go on with them out of sight, or stop within one step and keep what was reached. The next start resumes.</source>
        <translation>見えないところで続けることも、1 ステップ以内に止めて成果を残すこともできます。次回の起動で再開します。</translation>
    </message>
    <message>
        <source>The window without a frame</source>
        <translation>枠のないウィンドウ</translation>
    </message>
    <message>
        <source>Their answer does not fit the token limit</source>
        <translation>答えがトークンの上限に収まりません</translation>
    </message>
    <message>
        <source>These keys belong to "%1". Choose others.</source>
        <translation>このキーは「%1」のものです。別のキーを選んでください。</translation>
    </message>
    <message>
        <source>These options do not fit the rows</source>
        <translation>このオプションは行に合いません</translation>
    </message>
    <message>
        <source>They need about %1 more.</source>
        <translation>あと約 %1 必要です。</translation>
    </message>
    <message>
        <source>This button is always what comes next. The whole sample takes about five minutes.</source>
        <translation>このボタンは常に次にすることです。サンプル全体で約 5 分です。</translation>
    </message>
    <message>
        <source>This could not be computed</source>
        <translation>計算できませんでした</translation>
    </message>
    <message>
        <source>Tick datasets to see what training on them together is predicted to give.</source>
        <translation>データセットにチェックを付けると、一緒に学習した場合の予測が見えます。</translation>
    </message>
    <message>
        <source>Ticked: mean %1, %2 against alone</source>
        <translation>チェック済み：平均 %1、単独と比べて %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Time that training this group takes</source>
        <translation>このグループの学習にかかる時間</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Token limit</source>
        <translation>トークンの上限</translation>
    </message>
    <message>
        <source>Tokenizer and templates</source>
        <translation>トークナイザーとテンプレート</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Tokens of the row</source>
        <translation>行のトークン</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>トークン/秒</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>案内</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習</translation>
    </message>
    <message numerus='yes'>
        <source>Train %n groups</source>
        <translation><numerusform>%n グループを学習</numerusform></translation>
    </message>
    <message>
        <source>Train earlier</source>
        <translation>先に学習する</translation>
    </message>
    <message>
        <source>Train later</source>
        <translation>後で学習する</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>学習損失</translation>
    </message>
    <message>
        <source>Train the baselines too</source>
        <translation>基準も訓練する</translation>
    </message>
    <message>
        <source>Train the groups</source>
        <translation>グループを学習</translation>
    </message>
    <message>
        <source>Train the groups first</source>
        <translation>先にグループを学習してください</translation>
    </message>
    <message>
        <source>Train the selection</source>
        <translation>選択を訓練する</translation>
    </message>
    <message>
        <source>Train together</source>
        <translation>一緒に学習</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>学習済み</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>訓練データ</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習中</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>学習損失</translation>
    </message>
    <message>
        <source>Training loss as a table</source>
        <translation>学習損失を表で</translation>
    </message>
    <message>
        <source>Training loss by optimiser step</source>
        <translation>最適化ステップごとの学習損失</translation>
    </message>
    <message>
        <source>Training options</source>
        <translation>学習のオプション</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>訓練時間</translation>
    </message>
    <message>
        <source>Trust meter</source>
        <translation>信頼度</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>試す</translation>
    </message>
    <message>
        <source>Type a command or the name of a dataset, group or run</source>
        <translation>コマンド、またはデータセット・グループ・実行の名前を入力</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>元に戻す：%1</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>チェックをすべて外す</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 を使う</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使い方</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Valid loss</source>
        <translation>検証損失</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>検証の間隔</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>検証損失</translation>
    </message>
    <message>
        <source>Validation row</source>
        <translation>検証行</translation>
    </message>
    <message>
        <source>Validation row of %1</source>
        <translation>%1 の検証行</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>検証の割合</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>バージョンとライセンス</translation>
    </message>
    <message>
        <source>Versions, log and settings in one file, without any text of your datasets</source>
        <translation>バージョン、ログ、設定を 1 つのファイルに。データセットの文は含みません</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>View as table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Vs alone</source>
        <translation>単独との差</translation>
    </message>
    <message>
        <source>Vs one for all</source>
        <translation>全体で 1 つとの差</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Warm-up share</source>
        <translation>ウォームアップの割合</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告とエラー</translation>
    </message>
    <message>
        <source>Weigh by the &amp;prompt</source>
        <translation>プロンプトで重み付け(&amp;P)</translation>
    </message>
    <message>
        <source>Weigh by the prompt</source>
        <translation>プロンプトで重み付け</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>重み減衰</translation>
    </message>
    <message>
        <source>Weight mixer</source>
        <translation>重みミキサー</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>%1 の重み</translation>
    </message>
    <message>
        <source>Weight of the past in the moving average: 0 shows the raw values</source>
        <translation>移動平均での過去の重み：0 で生の値</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>What did not change is kept and reused.</source>
        <translation>変わらないものは残り、再利用されます。</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>違い</translation>
    </message>
    <message>
        <source>What each dataset is estimated to bring to the others, in nats of their validation loss: above 0 helps. Nothing was trained for it.</source>
        <translation>各データセットが他に与えると推定される寄与（検証損失のナット単位、0 より大きければ助けになる）。このための訓練はしていません。</translation>
    </message>
    <message>
        <source>What every dataset brings</source>
        <translation>各データセットの寄与</translation>
    </message>
    <message>
        <source>What every dataset would reach after fine-tuning on the ticked ones together: the first-order model, fitted to exactly these datasets (method, section 5). Seconds of regression, nothing is trained.</source>
        <translation>印を付けたデータセットで一緒にファインチューニングした後に各データセットが達する値: ちょうどこれらに当てはめた一次モデル（方法、第 5 節）。数秒の回帰で、学習はしません。</translation>
    </message>
    <message>
        <source>What is dataset affinity?</source>
        <translation>データセットの親和度とは</translation>
    </message>
    <message>
        <source>What runs</source>
        <translation>実行中のもの</translation>
    </message>
    <message>
        <source>What the curve and the price tag show, and what refined climbs</source>
        <translation>曲線とコストが示すもの、refined が登るもの</translation>
    </message>
    <message>
        <source>What three epochs over its rows take here</source>
        <translation>この計算機でその行を三エポック訓練する時間</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>書き出したもの</translation>
    </message>
    <message>
        <source>What's &amp;this?</source>
        <translation>これは何(&amp;T)？</translation>
    </message>
    <message>
        <source>What-if bench</source>
        <translation>もしもの実験台</translation>
    </message>
    <message>
        <source>Where the bundle is used</source>
        <translation>バンドルの使い道</translation>
    </message>
    <message>
        <source>Which examples</source>
        <translation>どの例</translation>
    </message>
    <message>
        <source>Which sources help one dataset?</source>
        <translation>どの供給元が一つのデータセットに役立つか</translation>
    </message>
    <message>
        <source>Without this member the others, fitted again, lose %1 nats of validation loss.</source>
        <translation>このメンバーがないと、再適合した残りの検証損失は %1 ナット増えます。</translation>
    </message>
    <message>
        <source>Work is going on</source>
        <translation>作業中です</translation>
    </message>
    <message>
        <source>Works offline. Sends nothing.</source>
        <translation>オフラインで動作し、何も送信しません。</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最悪</translation>
    </message>
    <message>
        <source>Worst, %1</source>
        <translation>最悪、%1</translation>
    </message>
    <message>
        <source>Worth of the members</source>
        <translation>メンバーの価値</translation>
    </message>
    <message>
        <source>Write a text of this dataset</source>
        <translation>このデータセットの文を書く</translation>
    </message>
    <message>
        <source>Write the weighted ensemble as files that others load</source>
        <translation>重み付きアンサンブルを、ほかで読み込めるファイルとして書く</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>書き出し済み</translation>
    </message>
    <message>
        <source>Written artefact</source>
        <translation>書き出したもの</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>約 %1</translation>
    </message>
    <message numerus='yes'>
        <source>and %n more</source>
        <translation><numerusform>ほか %n 件</numerusform></translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>as trained</source>
        <translation>学習時のまま</translation>
    </message>
    <message>
        <source>by the prompt</source>
        <translation>プロンプトごと</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更あり</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>検査中</translation>
    </message>
    <message>
        <source>chosen by validation loss</source>
        <translation>検証損失で決定</translation>
    </message>
    <message>
        <source>copying</source>
        <translation>コピー中</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>切り捨て</translation>
    </message>
    <message>
        <source>decided by the engine</source>
        <translation>自動で決定</translation>
    </message>
    <message>
        <source>density %1</source>
        <translation>密度 %1</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>自動検出</translation>
    </message>
    <message>
        <source>distance from the start</source>
        <translation>始点からの距離</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>ensemble in the project</source>
        <translation>プロジェクトのアンサンブル</translation>
    </message>
    <message>
        <source>ensemble.py, weights per dataset</source>
        <translation>ensemble.py、データセットごとの重み</translation>
    </message>
    <message>
        <source>estimated loss</source>
        <translation>推定損失</translation>
    </message>
    <message>
        <source>finished %1</source>
        <translation>終了 %1</translation>
    </message>
    <message>
        <source>free text</source>
        <translation>自由文</translation>
    </message>
    <message>
        <source>fresh: the new adapter; warmed: after a short joint training</source>
        <translation>fresh：新しいアダプター、warmed：短い共同学習の後</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>勾配</translation>
    </message>
    <message>
        <source>grouping</source>
        <translation>グループ分け</translation>
    </message>
    <message>
        <source>hand</source>
        <translation>手作業</translation>
    </message>
    <message>
        <source>helps</source>
        <translation>助ける</translation>
    </message>
    <message>
        <source>hurts</source>
        <translation>損なう</translation>
    </message>
    <message>
        <source>knee</source>
        <translation>ひざ</translation>
    </message>
    <message>
        <source>learning-rate test</source>
        <translation>学習率テスト</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>限界 %1</translation>
    </message>
    <message>
        <source>mean cross-entropy of the targets, natural logarithm</source>
        <translation>目標の平均交差エントロピー、自然対数</translation>
    </message>
    <message>
        <source>mean of ((h0 + g·Δ − h) / max(|h|, |h0|))² where fine-tuning on everything would go (method, section 6)</source>
        <translation>全体で微調整した先での ((h0 + g·Δ − h) / max(|h|, |h0|))² の平均（手法、6 節）</translation>
    </message>
    <message>
        <source>measured loss</source>
        <translation>実測損失</translation>
    </message>
    <message>
        <source>more labels</source>
        <translation>ほかのラベル</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>no points yet</source>
        <translation>点がまだありません</translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>未検証</translation>
    </message>
    <message>
        <source>one adapter for all: %1</source>
        <translation>全体で 1 つのアダプター：%1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未完了</translation>
    </message>
    <message>
        <source>optimiser step</source>
        <translation>最適化ステップ</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>p(right)</source>
        <translation>p(正解)</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>生</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>real fine-tunings</source>
        <translation>実際の微調整</translation>
    </message>
    <message>
        <source>row gains from
column joining it</source>
        <translation>列が加わるときの
行の利得</translation>
    </message>
    <message>
        <source>row gains from a pair
with the column</source>
        <translation>列と組んだときの
行の利得</translation>
    </message>
    <message>
        <source>rows replayed from the written files, %1</source>
        <translation>書いたファイルから再生した行、%1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>runs.sqlite, affinity, certificate, licences</source>
        <translation>runs.sqlite、親和度、証明書、ライセンス</translation>
    </message>
    <message>
        <source>scoring</source>
        <translation>採点</translation>
    </message>
    <message>
        <source>share of the row's rows
also in the column</source>
        <translation>行のデータのうち
列にもある割合</translation>
    </message>
    <message>
        <source>share of validation rows answered right, 95 % bootstrap</source>
        <translation>正しく答えた検証行の割合、95 % ブートストラップ</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>平滑値</translation>
    </message>
    <message>
        <source>step length</source>
        <translation>歩幅</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>subset fits</source>
        <translation>部分集合の当てはめ</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今日 %1</translation>
    </message>
    <message>
        <source>trained adapter</source>
        <translation>学習済みアダプター</translation>
    </message>
    <message>
        <source>trained here</source>
        <translation>ここで学習</translation>
    </message>
    <message>
        <source>training on the selection</source>
        <translation>選択で訓練中</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>validation loss, %1 subsets, 95 % interval</source>
        <translation>検証損失、%1 部分集合、95 % 区間</translation>
    </message>
    <message>
        <source>verified %1</source>
        <translation>%1 に検証済み</translation>
    </message>
    <message>
        <source>vs one adapter</source>
        <translation>1 つのアダプターとの差</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>ウォームアップ</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>weights of %1</source>
        <translation>%1 の重み</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>書き込み</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>Δ accuracy</source>
        <translation>Δ 正解率</translation>
    </message>
    <message>
        <source>Σ of weighted members</source>
        <translation>重み付きメンバーの Σ</translation>
    </message>
    <message>
        <source>Σ rank</source>
        <translation>Σ ランク</translation>
    </message>
    <message>
        <source>Σ rank: %1 → %2</source>
        <translation>Σ ランク：%1 → %2</translation>
    </message>
    <message>
        <source>Σ rank: sum of the members' ranks. vLLM accepts up to 512.</source>
        <translation>Σ ランク：メンバーのランクの和。vLLM は 512 まで受け付けます。</translation>
    </message>
    <message>
        <source>Σ(f̂ − f)² / Σf² over the datasets inside the probed sets; membership alone: %1</source>
        <translation>プローブした組に含まれるデータセットについての Σ(f̂ − f)² / Σf²。所属だけの場合: %1</translation>
    </message>
</context>
</TS>
