<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name>Consort</name>
    <message>
        <source> pt</source>
        <translation> 点</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 after fine-tuning on %2: estimated %3, measured %4</source>
        <translation>%1 在 %2 上微调后：估计 %3，实测 %4</translation>
    </message>
    <message>
        <source>%1 and %2: not defined</source>
        <translation>%1 与 %2：未定义</translation>
    </message>
    <message numerus='yes'>
        <source>%1 and %n more</source>
        <translation><numerusform>%1 和另外 %n 个</numerusform></translation>
    </message>
    <message>
        <source>%1 apart from %2</source>
        <translation>%1 与 %2 分开</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 失败</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 has no rows in this split</source>
        <translation>%1 在此部分没有行</translation>
    </message>
    <message>
        <source>%1 helps %2 by %3</source>
        <translation>%1 帮助 %2：%3</translation>
    </message>
    <message>
        <source>%1 hurts %2 by %3</source>
        <translation>%1 损害 %2：%3</translation>
    </message>
    <message>
        <source>%1 in group %2</source>
        <translation>%1 在第 %2 组</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 已完成</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
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
        <translation>用 %4 为 %3 从 %2 个来源中选出 %1 个；估计了 %5 个来源集合。</translation>
    </message>
    <message>
        <source>%1 of the rows are also in %2</source>
        <translation>%1 的行也出现在 %2 中</translation>
    </message>
    <message>
        <source>%1 of the rows of %2 are also in %3</source>
        <translation>%2 中有 %1 的行也在 %3 中</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 点</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>已移除 %1</translation>
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
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 to group %2</source>
        <translation>%1 到第 %2 组</translation>
    </message>
    <message>
        <source>%1 training rows, %2 tokens</source>
        <translation>%1 个训练行，%2 个词元</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 与 %2 一起</translation>
    </message>
    <message>
        <source>%1 — Consort</source>
        <translation>%1 — Consort</translation>
    </message>
    <message>
        <source>%1 … %2, 95 % bootstrap over the test rows</source>
        <translation>%1 … %2，测试行上的 95 % 自助区间</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2 M parameters, %3</source>
        <translation>%1，%2 M 参数，%3</translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n datasets</source>
        <translation><numerusform>%1，%n 个数据集</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n groups</source>
        <translation><numerusform>%1，%n 组</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n members</source>
        <translation><numerusform>%1，%n 个成员</numerusform></translation>
    </message>
    <message>
        <source>%1, knee</source>
        <translation>%1，拐点</translation>
    </message>
    <message>
        <source>%1, row %2 of %3, %4 tokens</source>
        <translation>%1，第 %2 行，共 %3 行，%4 个词元</translation>
    </message>
    <message>
        <source>%1. Drag it to a file manager or a document.</source>
        <translation>%1。可拖到文件管理器或文档中。</translation>
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
        <translation>%1：失败</translation>
    </message>
    <message numerus='yes'>
        <source>%n baselines</source>
        <translation><numerusform>%n 个基线</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n datasets</source>
        <translation><numerusform>%n 个数据集</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n datasets removed</source>
        <translation><numerusform>已移除 %n 个数据集</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n files</source>
        <translation><numerusform>%n 个文件</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n files, %1</source>
        <translation><numerusform>%n 个文件，%1</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n findings</source>
        <translation><numerusform>%n 项发现</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n groups</source>
        <translation><numerusform>%n 组</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n groups, %1</source>
        <translation><numerusform>%n 组，%1</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n items were not understood and not added</source>
        <translation><numerusform>有 %n 项无法识别，未添加</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n jobs</source>
        <translation><numerusform>%n 个任务</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n jobs are still running</source>
        <translation><numerusform>仍有 %n 个任务在运行</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n labels</source>
        <translation><numerusform>%n 个标签</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n pairs of losses</source>
        <translation><numerusform>%n 对损失</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n real fine-tunings</source>
        <translation><numerusform>%n 次真实微调</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n with findings</source>
        <translation><numerusform>%n 个有发现</numerusform></translation>
    </message>
    <message>
        <source>&amp;About Consort</source>
        <translation>关于 Consort(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add datasets…</source>
        <translation>添加数据集(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Change how it is read…</source>
        <translation>更改读取方式(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>深色主题(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Estimate affinity</source>
        <translation>估计亲和度(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Group datasets again</source>
        <translation>重新分组(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keep with</source>
        <translation>与之同组(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>浅色主题(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>手册(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Move to</source>
        <translation>移动到(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;New group</source>
        <translation>新组(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>新建项目(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>打开项目(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Pin to group %1</source>
        <translation>固定到第 %1 组(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>项目(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Read again from its files</source>
        <translation>从文件重新读取(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>重做 %1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Stop and save</source>
        <translation>停止并保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;System theme</source>
        <translation>系统主题(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>窗口导览(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Train the groups</source>
        <translation>训练各组(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>撤销 %1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;What is dataset affinity?</source>
        <translation>什么是数据集亲和度？(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Worth of the members</source>
        <translation>成员的价值(&amp;W)</translation>
    </message>
    <message>
        <source>, %1 cut</source>
        <translation>，截去 %1</translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>，还剩 %1</translation>
    </message>
    <message>
        <source>, %1 of this run left</source>
        <translation>，本次运行还剩 %1</translation>
    </message>
    <message>
        <source>, or not at all</source>
        <translation>，也可能毫无影响</translation>
    </message>
    <message>
        <source>1  Drop datasets</source>
        <translation>1  放入数据集</translation>
    </message>
    <message>
        <source>10 datasets, small model, whole loop in 5 min</source>
        <translation>10 个数据集，小模型，全程 5 分钟</translation>
    </message>
    <message>
        <source>2  See who helps whom</source>
        <translation>2  看谁帮助谁</translation>
    </message>
    <message>
        <source>3  Choose the groups</source>
        <translation>3  选择分组</translation>
    </message>
    <message>
        <source>3 epochs over every group's tokens: tokens × (4 × weights of the blocks + 6 × adapter parameters)</source>
        <translation>每组词元 3 轮：词元数 ×（4 × 各层权重 + 6 × 适配器参数）</translation>
    </message>
    <message>
        <source>4  Train and export</source>
        <translation>4  训练并导出</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95% 区间</translation>
    </message>
    <message>
        <source>95 % interval of the weight: %1 to %2</source>
        <translation>权重的 95% 区间：%1 至 %2</translation>
    </message>
    <message>
        <source>95 % over validation rows, the datasets fixed</source>
        <translation>验证行上的 95 % 区间，数据集固定</translation>
    </message>
    <message>
        <source>&lt;p&gt;Consort is free software under the GNU General Public License, version 3 or later.&lt;/p&gt;&lt;p&gt;After EnsembleLoRA (ACL 2025, arXiv 2505.21930) and GradEx (EMNLP Findings 2024, arXiv 2409.19458).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Consort 是自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。&lt;/p&gt;&lt;p&gt;依据 EnsembleLoRA（ACL 2025，arXiv 2505.21930）和 GradEx（EMNLP Findings 2024，arXiv 2409.19458）。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A Hugging Face folder with config.json, *.safetensors and tokenizer.json. It stays where it is.</source>
        <translation>含 config.json、*.safetensors 和 tokenizer.json 的 Hugging Face 文件夹，保留在原处。</translation>
    </message>
    <message>
        <source>A PEFT folder from elsewhere becomes a member of the ensemble</source>
        <translation>其他来源的 PEFT 文件夹成为集成的成员</translation>
    </message>
    <message>
        <source>A folder with a project.sqlite</source>
        <translation>含 project.sqlite 的文件夹</translation>
    </message>
    <message>
        <source>A folder with train, valid and test files, or a folder of such folders</source>
        <translation>含训练、验证和测试文件的文件夹，或由这样的文件夹组成的文件夹</translation>
    </message>
    <message>
        <source>A gate weighs every prompt anew; the faders show the mean over the validation rows. Moving one puts fixed weights in the place of the gate.</source>
        <translation>门控会为每个提示重新加权；推子显示验证行上的均值。移动任一推子会以固定权重取代门控。</translation>
    </message>
    <message>
        <source>A member that was taken in from elsewhere leaves the ensemble</source>
        <translation>从其他来源纳入的成员离开集成</translation>
    </message>
    <message>
        <source>A project goes from data to a bundle. Every stage can be opened at any time; its mark says whether it is done, open or needs you.</source>
        <translation>项目从数据走到导出包。任何阶段都可随时打开；其标记表示已完成、未完成或需要处理。</translation>
    </message>
    <message>
        <source>A small gate reads each prompt and weighs the members anew; then everything is scored again</source>
        <translation>一个小门控读取每个提示并重新为成员加权；然后全部重新评分</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>关于 %1</translation>
    </message>
    <message>
        <source>About Consort</source>
        <translation>关于 Consort</translation>
    </message>
    <message>
        <source>Above 0: better than knowing only which datasets are inside</source>
        <translation>大于 0：优于仅知道包含哪些数据集</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Accuracy %</source>
        <translation>准确率 %</translation>
    </message>
    <message>
        <source>Adapted layers</source>
        <translation>适配的层</translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>Adapters of all groups, float32</source>
        <translation>所有组的适配器，float32</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message numerus='yes'>
        <source>Add %n items</source>
        <translation><numerusform>添加 %n 项</numerusform></translation>
    </message>
    <message>
        <source>Add a &amp;boosting member</source>
        <translation>添加提升成员(&amp;B)</translation>
    </message>
    <message>
        <source>Add a boosting member</source>
        <translation>添加提升成员</translation>
    </message>
    <message>
        <source>Add at least two datasets first</source>
        <translation>请先添加至少两个数据集</translation>
    </message>
    <message>
        <source>Add dataset &amp;folder…</source>
        <translation>添加数据集文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Add dataset folder</source>
        <translation>添加数据集文件夹</translation>
    </message>
    <message>
        <source>Add datasets</source>
        <translation>添加数据集</translation>
    </message>
    <message>
        <source>Added last</source>
        <translation>最后加入</translation>
    </message>
    <message>
        <source>Affinity</source>
        <translation>亲和度</translation>
    </message>
    <message>
        <source>Affinity estimated</source>
        <translation>已估计亲和度</translation>
    </message>
    <message>
        <source>Against an adapter of its own, predicted</source>
        <translation>与单独适配器相比，预测值</translation>
    </message>
    <message>
        <source>Against an adapter of its own: points of accuracy, or loss where there are no choices</source>
        <translation>与单独适配器相比：准确率点数；没有选项时为损失</translation>
    </message>
    <message>
        <source>All %1 files</source>
        <translation>全部 %1 个文件</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>全部来源</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>单独</translation>
    </message>
    <message>
        <source>Alone: %1</source>
        <translation>单独：%1</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
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
        <translation>两分钟的图解页面</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Answer words</source>
        <translation>答案词</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>As imported</source>
        <translation>按导入顺序</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>At the speed of the runs already trained here, else at 20 GFLOP/s a core</source>
        <translation>按此处已训练运行的速度，否则按每核 20 GFLOP/s</translation>
    </message>
    <message>
        <source>Back to the best</source>
        <translation>回到最佳</translation>
    </message>
    <message>
        <source>Back to the best %1</source>
        <translation>回到最佳的 %1 组</translation>
    </message>
    <message>
        <source>Back to the welcome page</source>
        <translation>回到欢迎页</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>后向</translation>
    </message>
    <message>
        <source>Base held as</source>
        <translation>基座存储为</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基座模型</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>Baselines, to compare with</source>
        <translation>用于比较的基线</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Begin at</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Best member</source>
        <translation>最佳成员</translation>
    </message>
    <message>
        <source>Best step</source>
        <translation>最佳步</translation>
    </message>
    <message>
        <source>Brings</source>
        <translation>带来</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>导出包</translation>
    </message>
    <message>
        <source>By how many nats it lowers the validation loss of the others, on average over all orders in which datasets could be added (Shapley value); estimated</source>
        <translation>它使其他数据集的验证损失降低多少奈特，取所有加入顺序的平均（Shapley 值）；为估计值</translation>
    </message>
    <message numerus='yes'>
        <source>By other methods, %n groups</source>
        <translation><numerusform>其他方法，%n 组</numerusform></translation>
    </message>
    <message>
        <source>C&amp;lose project</source>
        <translation>关闭项目(&amp;L)</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Change of the validation loss of %1 per unit step down this row's own loss; above 0 harms</source>
        <translation>沿此行自身损失下降单位步时 %1 验证损失的变化；大于 0 有害</translation>
    </message>
    <message>
        <source>Change of this row's loss per unit step down the training loss of %1; above 0 harms</source>
        <translation>沿 %1 训练损失下降单位步时此行损失的变化；大于 0 有害</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>聊天模板</translation>
    </message>
    <message>
        <source>Check by fine-tuning</source>
        <translation>用微调核对</translation>
    </message>
    <message>
        <source>Check the bundle's &amp;files</source>
        <translation>检查导出包的文件(&amp;F)</translation>
    </message>
    <message>
        <source>Check the bundle's files</source>
        <translation>检查导出包的文件</translation>
    </message>
    <message>
        <source>Check the estimate by &amp;fine-tuning</source>
        <translation>用微调核对估计(&amp;F)</translation>
    </message>
    <message>
        <source>Check the estimate by fine-tuning</source>
        <translation>用微调核对估计</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Choose a dataset</source>
        <translation>选择一个数据集</translation>
    </message>
    <message>
        <source>Choose a folder and a base model</source>
        <translation>选择文件夹和基座模型</translation>
    </message>
    <message>
        <source>Choose groups</source>
        <translation>选择分组</translation>
    </message>
    <message>
        <source>Choose sources</source>
        <translation>选择来源</translation>
    </message>
    <message>
        <source>Choose sources for %1</source>
        <translation>为 %1 选择来源</translation>
    </message>
    <message>
        <source>Choose the folder of a base model.</source>
        <translation>请选择基座模型的文件夹。</translation>
    </message>
    <message>
        <source>Choose the folder of the base model</source>
        <translation>选择基座模型的文件夹</translation>
    </message>
    <message>
        <source>Choose the folder of the bundle</source>
        <translation>选择导出包的文件夹</translation>
    </message>
    <message>
        <source>Choose the folder of the project</source>
        <translation>选择项目的文件夹</translation>
    </message>
    <message>
        <source>Choose the groups first</source>
        <translation>请先选择分组</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation>清除已结束</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Click on anything to learn what it is</source>
        <translation>点击任意处了解它是什么</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>关闭检查器</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>按组排列</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>窗口的颜色</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Combine and evaluate</source>
        <translation>组合并评估</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Commands and objects</source>
        <translation>命令和对象</translation>
    </message>
    <message>
        <source>Compare &amp;runs</source>
        <translation>比较运行(&amp;R)</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>比较运行</translation>
    </message>
    <message>
        <source>Compare the methods</source>
        <translation>比较各方法</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Computed in</source>
        <translation>计算精度</translation>
    </message>
    <message>
        <source>Computing the price</source>
        <translation>正在计算代价</translation>
    </message>
    <message>
        <source>Conflict inspector</source>
        <translation>冲突检查器</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Copy the embedded sample into a new project</source>
        <translation>将内置示例复制到新项目</translation>
    </message>
    <message>
        <source>Copy the whole project to another folder</source>
        <translation>将整个项目复制到另一文件夹</translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation>创建 %1</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>创建项目</translation>
    </message>
    <message>
        <source>Curve that is compared</source>
        <translation>比较的曲线</translation>
    </message>
    <message>
        <source>Curves and configuration of runs side by side</source>
        <translation>并排显示运行的曲线和配置</translation>
    </message>
    <message>
        <source>Curves of the chosen runs</source>
        <translation>所选运行的曲线</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Dataset that is mixed for</source>
        <translation>为哪个数据集混合</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Datasets (*.jsonl *.json *.csv *.tsv *.parquet *.arrow *.feather *.txt *.gz *.zst);;All files (*)</source>
        <translation>数据集 (*.jsonl *.json *.csv *.tsv *.parquet *.arrow *.feather *.txt *.gz *.zst);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Datasets a group has at least</source>
        <translation>每组至少的数据集数</translation>
    </message>
    <message>
        <source>Datasets a group has at most</source>
        <translation>每组至多的数据集数</translation>
    </message>
    <message>
        <source>Datasets of group %1</source>
        <translation>第 %1 组的数据集</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>Diverged, last good state kept</source>
        <translation>已发散，保留最后的良好状态</translation>
    </message>
    <message>
        <source>Do the edit again</source>
        <translation>再次执行该编辑</translation>
    </message>
    <message>
        <source>Docks and sizes as they were at first</source>
        <translation>停靠窗口和大小恢复如初</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Done, best %1</source>
        <translation>完成，最佳 %1</translation>
    </message>
    <message>
        <source>Drag a dataset to see the price before you let go</source>
        <translation>拖动数据集，松手前即可看到代价</translation>
    </message>
    <message>
        <source>Drag the bundle to a file manager</source>
        <translation>将导出包拖到文件管理器</translation>
    </message>
    <message>
        <source>Drop a dataset here to give it a group of its own</source>
        <translation>将数据集放到这里，使其自成一组</translation>
    </message>
    <message>
        <source>Drop anything here</source>
        <translation>任何内容都可放到这里</translation>
    </message>
    <message>
        <source>Drop files or folders anywhere in this window: jsonl, json, csv, tsv, parquet, arrow or txt. Schema and splits are found for you.</source>
        <translation>将文件或文件夹放到窗口任意处：jsonl、json、csv、tsv、parquet、arrow 或 txt。结构和划分会自动识别。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Duplicate rows in training</source>
        <translation>训练中的重复行</translation>
    </message>
    <message>
        <source>E&amp;valuate</source>
        <translation>评估(&amp;V)</translation>
    </message>
    <message>
        <source>E&amp;xport bundle</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>结束程序</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>集成</translation>
    </message>
    <message>
        <source>Ensemble says</source>
        <translation>集成的回答</translation>
    </message>
    <message>
        <source>Ensemble, logits</source>
        <translation>集成（logits）</translation>
    </message>
    <message>
        <source>Ensembles</source>
        <translation>集成</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>均等</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>Estimate affinity</source>
        <translation>估计亲和度</translation>
    </message>
    <message>
        <source>Estimate again</source>
        <translation>重新估计</translation>
    </message>
    <message>
        <source>Estimate, group, train, evaluate and export in a row</source>
        <translation>依次估计、分组、训练、评估和导出</translation>
    </message>
    <message>
        <source>Estimated against measured loss</source>
        <translation>估计损失与实测损失</translation>
    </message>
    <message>
        <source>Estimated loss</source>
        <translation>估计损失</translation>
    </message>
    <message>
        <source>Estimated: larger helps the target more</source>
        <translation>估计值：越大对目标帮助越大</translation>
    </message>
    <message>
        <source>Estimation and training that the system needed</source>
        <translation>该系统所需的估计和训练</translation>
    </message>
    <message>
        <source>Estimation error</source>
        <translation>估计误差</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Evaluate again</source>
        <translation>重新评估</translation>
    </message>
    <message>
        <source>Evaluate the members first</source>
        <translation>请先评估成员</translation>
    </message>
    <message>
        <source>Evaluated</source>
        <translation>已评估</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Every change is saved</source>
        <translation>所有更改均已保存</translation>
    </message>
    <message>
        <source>Every command and every object by name</source>
        <translation>按名称查找所有命令和对象</translation>
    </message>
    <message>
        <source>Every hash and shape, and a replayed batch</source>
        <translation>每个校验和与形状，以及一个重放批次</translation>
    </message>
    <message>
        <source>Every number of groups as a table</source>
        <translation>各组数的表格</translation>
    </message>
    <message>
        <source>Every order in which the datasets could be added is being compared…</source>
        <translation>正在比较数据集的所有加入顺序…</translation>
    </message>
    <message>
        <source>Every system answers the test rows once: the frozen base, the baselines, each group's adapter and the ensemble.</source>
        <translation>每个系统对测试行各回答一次：冻结的基座、基线、每组的适配器和集成。</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Expand at</source>
        <translation>展开点</translation>
    </message>
    <message>
        <source>Expansion point</source>
        <translation>展开点</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>再次导出</translation>
    </message>
    <message>
        <source>Export bundle</source>
        <translation>导出包</translation>
    </message>
    <message>
        <source>Export the matrix</source>
        <translation>导出矩阵</translation>
    </message>
    <message>
        <source>Export the plot</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>FLOP</source>
        <translation>FLOP</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Faithfulness certificate</source>
        <translation>忠实度证书</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files of %1 changed on disk</source>
        <translation>%1 的文件在磁盘上已改变</translation>
    </message>
    <message>
        <source>Files of the bundle</source>
        <translation>导出包的文件</translation>
    </message>
    <message>
        <source>Files or folders of rows</source>
        <translation>含行的文件或文件夹</translation>
    </message>
    <message>
        <source>Files, folders and base models can be dropped anywhere in the window. Nothing is sent anywhere.</source>
        <translation>文件、文件夹和基座模型可放到窗口任意处。不会发送任何内容。</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter recent projects</source>
        <translation>筛选最近的项目</translation>
    </message>
    <message>
        <source>Filter the project</source>
        <translation>筛选项目</translation>
    </message>
    <message>
        <source>Find in log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Find in table</source>
        <translation>在表中查找</translation>
    </message>
    <message>
        <source>Find in the table of datasets</source>
        <translation>在数据集表中查找</translation>
    </message>
    <message>
        <source>Find out which of your datasets help each other, train one adapter per group, and export one ensemble.</source>
        <translation>找出哪些数据集互相帮助，每组训练一个适配器，并导出一个集成。</translation>
    </message>
    <message>
        <source>First-order error</source>
        <translation>一阶误差</translation>
    </message>
    <message>
        <source>First-order error against distance</source>
        <translation>一阶误差与距离</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>拟合</translation>
    </message>
    <message>
        <source>Fit the weights and score every system on the test rows</source>
        <translation>拟合权重并在测试行上为每个系统打分</translation>
    </message>
    <message>
        <source>Fits in %1</source>
        <translation>可放入 %1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder of the base model</source>
        <translation>基座模型的文件夹</translation>
    </message>
    <message>
        <source>Folder of the bundle</source>
        <translation>导出包的文件夹</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>项目的文件夹</translation>
    </message>
    <message>
        <source>Forecast of the peak while one adapter is trained; groups are trained one after another</source>
        <translation>训练一个适配器时的峰值预测；各组依次训练</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>Frozen base</source>
        <translation>冻结的基座</translation>
    </message>
    <message>
        <source>GGUF for llama.cpp</source>
        <translation>用于 llama.cpp 的 GGUF</translation>
    </message>
    <message>
        <source>GGUF, %1</source>
        <translation>GGUF，%1</translation>
    </message>
    <message>
        <source>Gains</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>转到%1</translation>
    </message>
    <message>
        <source>Go to affinity</source>
        <translation>转到亲和度</translation>
    </message>
    <message>
        <source>Go to training</source>
        <translation>转到训练</translation>
    </message>
    <message>
        <source>GradEx: gradients at an adapter that was trained on all sources estimate the target's loss for sets of sources. Random ensemble: a source's score is the mean over the drawn sets that hold it. Forward and backward add or drop the best or worst source as long as the estimate falls (method, section 10).</source>
        <translation>GradEx：在用全部来源训练过的适配器处取梯度，估计目标在各来源集合下的损失。随机集成：一个来源的得分是包含它的抽样集合的平均值。前向与后向在估计下降时加入最好的来源或去掉最差的来源（方法，第 10 节）。</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>第 %1 组</translation>
    </message>
    <message>
        <source>Group &amp;%1</source>
        <translation>第 &amp;%1 组</translation>
    </message>
    <message>
        <source>Group by %1</source>
        <translation>用 %1 分组</translation>
    </message>
    <message>
        <source>Group by the present method and constraints</source>
        <translation>按当前方法和约束分组</translation>
    </message>
    <message>
        <source>Group datasets again</source>
        <translation>重新分组</translation>
    </message>
    <message>
        <source>Grouped</source>
        <translation>已分组</translation>
    </message>
    <message>
        <source>Groupings</source>
        <translation>分组方案</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Groups are chosen from the affinity. Estimate it first: seconds, nothing is trained.</source>
        <translation>分组由亲和度得出。请先估计：只需几秒，不做训练。</translation>
    </message>
    <message>
        <source>Groups datasets by how they help each other, trains one adapter per group, exports the weighted ensemble.</source>
        <translation>按数据集互助的程度分组，每组训练一个适配器，导出加权集成。</translation>
    </message>
    <message>
        <source>Groups of at least %1</source>
        <translation>每组至少 %1 个</translation>
    </message>
    <message>
        <source>Groups of at most %1</source>
        <translation>每组至多 %1 个</translation>
    </message>
    <message>
        <source>Groups the datasets by every method, for the number of groups chosen, and shows what each is predicted to reach</source>
        <translation>按所选组数用每种方法分组，并显示各自的预测结果</translation>
    </message>
    <message>
        <source>Groups: %1 → %2</source>
        <translation>组数：%1 → %2</translation>
    </message>
    <message>
        <source>Hints at the parts of the window</source>
        <translation>对窗口各部分的提示</translation>
    </message>
    <message>
        <source>How %1 is read</source>
        <translation>%1 的读取方式</translation>
    </message>
    <message>
        <source>How groups are found: refined starts from the semidefinite relaxation and climbs the predicted score</source>
        <translation>如何找到分组：refined 从半定松弛出发，沿预测得分爬升</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>工作方式</translation>
    </message>
    <message>
        <source>How many groups</source>
        <translation>分成几组</translation>
    </message>
    <message>
        <source>How sure the detected schema is</source>
        <translation>识别出的结构有多可靠</translation>
    </message>
    <message>
        <source>How sure the detection is, from the columns' names and contents</source>
        <translation>根据列名和内容判断识别有多可靠</translation>
    </message>
    <message>
        <source>How sure the weights are, and what the ensemble loses without each member</source>
        <translation>权重有多确定，以及缺少每个成员时集成损失多少</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message numerus='yes'>
        <source>Import %n items</source>
        <translation><numerusform>导入 %n 项</numerusform></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>It is here already</source>
        <translation>它已在这里</translation>
    </message>
    <message>
        <source>It is running; it can be cancelled in the strip above the stage</source>
        <translation>正在运行；可在阶段上方的条中取消</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Jobs %1</source>
        <translation>任务 %1</translation>
    </message>
    <message>
        <source>Jobs run in the background. You can look around, change groups and weigh members meanwhile.</source>
        <translation>任务在后台运行。其间可以查看、改组和调整成员权重。</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>Keep %1 apart from %2</source>
        <translation>将 %1 与 %2 分开</translation>
    </message>
    <message>
        <source>Keep %1 with %2</source>
        <translation>将 %1 与 %2 放在一起</translation>
    </message>
    <message>
        <source>Keep &amp;apart from</source>
        <translation>与之分开(&amp;A)</translation>
    </message>
    <message>
        <source>Keep options</source>
        <translation>保留选项</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>拐点</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>放大文字(&amp;A)</translation>
    </message>
    <message>
        <source>Label balance</source>
        <translation>标签分布</translation>
    </message>
    <message>
        <source>Labels in training</source>
        <translation>训练中的标签</translation>
    </message>
    <message>
        <source>Lambda</source>
        <translation>Lambda</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>Language, text size, motion, shortcuts</source>
        <translation>语言、文字大小、动画、快捷键</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Largest difference of a logit over the replayed rows</source>
        <translation>重放行上 logit 的最大差异</translation>
    </message>
    <message>
        <source>Largest share of the rows that are near duplicates of rows of another dataset</source>
        <translation>与另一数据集的行近乎重复的行的最大比例</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>离开导览</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Let go to add. Esc cancels.</source>
        <translation>松手即添加，Esc 取消。</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Lines that load the bundle</source>
        <translation>加载导出包的代码</translation>
    </message>
    <message>
        <source>LoRA files of the merged adapter and the members</source>
        <translation>合并适配器与各成员的 LoRA 文件</translation>
    </message>
    <message>
        <source>LoRA rank %1, alpha %2 on %3; %4 layers of width %5</source>
        <translation>LoRA 秩 %1，alpha %2，作用于 %3；%4 层，宽 %5</translation>
    </message>
    <message>
        <source>Locate</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>Logits ensemble</source>
        <translation>Logits 集成</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss per dataset</source>
        <translation>各数据集的损失</translation>
    </message>
    <message>
        <source>Lowest level shown</source>
        <translation>显示的最低级别</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>宏 F1</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>制作方式</translation>
    </message>
    <message numerus='yes'>
        <source>Make a group of %n datasets</source>
        <translation><numerusform>将 %n 个数据集组成一组</numerusform></translation>
    </message>
    <message>
        <source>Make a project for a base model</source>
        <translation>为基座模型新建项目</translation>
    </message>
    <message>
        <source>Make this a group</source>
        <translation>组成一组</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Matrix as a table</source>
        <translation>以表格显示矩阵</translation>
    </message>
    <message>
        <source>Max |Δ logit|</source>
        <translation>最大 |Δ logit|</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Mean Kullback–Leibler divergence, natural logarithm</source>
        <translation>平均 Kullback–Leibler 散度，自然对数</translation>
    </message>
    <message>
        <source>Mean accuracy</source>
        <translation>平均准确率</translation>
    </message>
    <message>
        <source>Mean accuracy: %1</source>
        <translation>平均准确率：%1</translation>
    </message>
    <message>
        <source>Mean against one adapter for all datasets</source>
        <translation>与全体共用一个适配器相比的平均</translation>
    </message>
    <message>
        <source>Mean gain inside %1</source>
        <translation>组内平均增益 %1</translation>
    </message>
    <message>
        <source>Mean loss</source>
        <translation>平均损失</translation>
    </message>
    <message>
        <source>Mean loss: %1</source>
        <translation>平均损失：%1</translation>
    </message>
    <message>
        <source>Mean over the datasets</source>
        <translation>对数据集取平均</translation>
    </message>
    <message>
        <source>Mean over the datasets of what each is predicted to reach in its own group, with the 95 % interval over validation rows</source>
        <translation>各数据集在自己组内预测结果的平均，附验证行上的 95 % 区间</translation>
    </message>
    <message>
        <source>Mean tokens a row, prompt and target</source>
        <translation>每行平均词元数，提示加目标</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Member adapter %1</source>
        <translation>成员适配器 %1</translation>
    </message>
    <message>
        <source>Member adapters</source>
        <translation>成员适配器</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Memory for: %1</source>
        <translation>内存：%1</translation>
    </message>
    <message>
        <source>Memory, GB</source>
        <translation>内存，GB</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Merged adapter, cat</source>
        <translation>合并适配器，cat</translation>
    </message>
    <message>
        <source>Merged, cat</source>
        <translation>合并，cat</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation>微批大小</translation>
    </message>
    <message>
        <source>Mixtures of datasets that were fitted, in %1</source>
        <translation>已拟合的数据集组合，用时 %1</translation>
    </message>
    <message>
        <source>More about the members</source>
        <translation>更多成员操作</translation>
    </message>
    <message>
        <source>More than %1</source>
        <translation>超过 %1</translation>
    </message>
    <message>
        <source>Most helped first</source>
        <translation>受益最多者在前</translation>
    </message>
    <message>
        <source>Most helpful first</source>
        <translation>帮助最大者在前</translation>
    </message>
    <message>
        <source>Move %1 to group %2</source>
        <translation>将 %1 移到第 %2 组</translation>
    </message>
    <message>
        <source>Move one slider. Score, time and memory are predicted for each choice.</source>
        <translation>移动一个滑块。每种选择的得分、时间和内存都有预测。</translation>
    </message>
    <message>
        <source>Nearest by gradient</source>
        <translation>按梯度最近</translation>
    </message>
    <message>
        <source>Nearest by representation</source>
        <translation>按表示最近</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新组</translation>
    </message>
    <message>
        <source>New keys for the selected command</source>
        <translation>所选命令的新快捷键</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>No affinity yet</source>
        <translation>尚无亲和度</translation>
    </message>
    <message>
        <source>No bundle yet</source>
        <translation>尚无导出包</translation>
    </message>
    <message>
        <source>No datasets yet</source>
        <translation>尚无数据集</translation>
    </message>
    <message>
        <source>No groups yet</source>
        <translation>尚无分组</translation>
    </message>
    <message>
        <source>None. Press M on a dataset to pin it, or to keep it with or apart from another.</source>
        <translation>无。在数据集上按 M 可固定它，或让它与另一个同组或分开。</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Nothing else changed. Choose a folder in which you may write.</source>
        <translation>其他均未改变。请选择可写入的文件夹。</translation>
    </message>
    <message>
        <source>Nothing evaluated yet</source>
        <translation>尚未评估</translation>
    </message>
    <message>
        <source>Nothing here can be added</source>
        <translation>这里没有可添加的内容</translation>
    </message>
    <message>
        <source>Nothing trained yet</source>
        <translation>尚未训练</translation>
    </message>
    <message>
        <source>Number of groups</source>
        <translation>组数</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Of estimated and measured losses over the probed sets, mean over the datasets; the same trainings with another seed reach %1</source>
        <translation>探测组合上估计损失与实测损失之间，对数据集取平均；换随机种子的相同训练可达 %1</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>磁盘上</translation>
    </message>
    <message>
        <source>One adapter a group, in the background</source>
        <translation>每组一个适配器，后台进行</translation>
    </message>
    <message>
        <source>One adapter for all datasets</source>
        <translation>所有数据集共用一个适配器</translation>
    </message>
    <message>
        <source>One adapter is trained on everything for a start; from there the gradients of the other datasets rank them as sources of the target, and the base is trained once on those that help.</source>
        <translation>先用全部数据训练一个适配器；再由其他数据集在该处的梯度将它们排序为目标的来源，最后基座只在有帮助的来源上训练一次。</translation>
    </message>
    <message>
        <source>One adapter per dataset</source>
        <translation>每个数据集一个适配器</translation>
    </message>
    <message>
        <source>One adapter per group, in the background. The learning rate comes from a short range test.</source>
        <translation>每组一个适配器，后台进行。学习率由简短的范围测试得出。</translation>
    </message>
    <message>
        <source>One adapter per group, weighted together, checked and ready to serve.</source>
        <translation>每组一个适配器，共同加权，经过检查，可直接部署。</translation>
    </message>
    <message>
        <source>One for all</source>
        <translation>共用一个</translation>
    </message>
    <message>
        <source>One gradient pass over the rows of your datasets predicts every mixture of them. Nothing is trained.</source>
        <translation>对数据行做一遍梯度即可预测任意混合。不做训练。</translation>
    </message>
    <message>
        <source>One gradient pass predicts every mixture. No training needed.</source>
        <translation>一遍梯度预测任意混合，无需训练。</translation>
    </message>
    <message>
        <source>One gradient per row, then every mixture is predicted</source>
        <translation>每行一个梯度，然后预测每种混合</translation>
    </message>
    <message>
        <source>One more member for the group of the highest training loss; then everything is scored again</source>
        <translation>为训练损失最高的组再添加一个成员，然后重新评估全部</translation>
    </message>
    <message>
        <source>One per dataset</source>
        <translation>各自一个</translation>
    </message>
    <message>
        <source>One point less</source>
        <translation>减小一点</translation>
    </message>
    <message>
        <source>One point more</source>
        <translation>增大一点</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>打开最近项目(&amp;R)</translation>
    </message>
    <message>
        <source>Open &amp;sample</source>
        <translation>打开示例(&amp;S)</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开一个项目</translation>
    </message>
    <message>
        <source>Open a project folder</source>
        <translation>打开项目文件夹</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Open sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Open the Log dock</source>
        <translation>打开日志</translation>
    </message>
    <message>
        <source>Open the bundle's fol&amp;der</source>
        <translation>打开导出包的文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>Optimise</source>
        <translation>优化</translation>
    </message>
    <message>
        <source>Optimise %1</source>
        <translation>优化%1</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Or drop datasets and a model folder anywhere in this window.</source>
        <translation>或将数据集和模型文件夹放到窗口任意处。</translation>
    </message>
    <message>
        <source>Order of the datasets</source>
        <translation>数据集的顺序</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Overlap scan</source>
        <translation>重叠扫描</translation>
    </message>
    <message>
        <source>Owner only</source>
        <translation>仅所属成员</translation>
    </message>
    <message>
        <source>PEFT, exact sum of the members</source>
        <translation>PEFT，成员的精确和</translation>
    </message>
    <message>
        <source>PEFT, one a group</source>
        <translation>PEFT，每组一个</translation>
    </message>
    <message>
        <source>Pairwise</source>
        <translation>成对</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Parts of the bundle</source>
        <translation>导出包的组成</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Peak memory of measuring all systems: the base, one block's activations of a batch, and the kept states of the members.</source>
        <translation>测量所有系统的内存峰值：基座、一批数据的单块激活以及各成员保留的状态。</translation>
    </message>
    <message>
        <source>Peak memory of one training run: the base, the activations of a batch of the longest rows, the adapter and the moments of its optimiser.</source>
        <translation>一次训练的内存峰值：基座、最长行一批的激活、适配器及其优化器的动量。</translation>
    </message>
    <message>
        <source>Peak memory of the estimate: the base, the activations of a batch of rows on every compute thread, and one sketch per row.</source>
        <translation>估计的内存峰值：基座、每个计算线程上一批行的激活，以及每行一个草图。</translation>
    </message>
    <message>
        <source>Peak of the process while the run was trained</source>
        <translation>该运行训练期间进程的峰值</translation>
    </message>
    <message>
        <source>Picture or table (*.png *.svg *.pdf *.csv)</source>
        <translation>图片或表格 (*.png *.svg *.pdf *.csv)</translation>
    </message>
    <message>
        <source>Pin %1 to group %2</source>
        <translation>将 %1 固定到第 %2 组</translation>
    </message>
    <message>
        <source>Plan: %1, %2</source>
        <translation>计划：%1，%2</translation>
    </message>
    <message>
        <source>Points, over the replayed rows</source>
        <translation>重放行上的点数</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Predicted mean accuracy, band: 95 % interval</source>
        <translation>预测的平均准确率，带：95 % 区间</translation>
    </message>
    <message>
        <source>Predicted mean loss, band: 95 % interval</source>
        <translation>预测的平均损失，带：95 % 区间</translation>
    </message>
    <message>
        <source>Predictions follow a linear model of the outputs around the expansion point. The curve shows how wrong that model is at growing distances from it: mean of ((h0 + g·Δ − h) / max(|h|, |h0|))² over training rows (method, section 6). Up to 3 % the model counts as linear; above, the order of the predictions is worth more than their values.</source>
        <translation>预测依据输出在展开点附近的线性模型。曲线显示该模型随距离增大的误差：训练行上 ((h0 + g·Δ − h) / max(|h|, |h0|))² 的平均值（方法，第 6 节）。误差不超过 3 % 时视为线性；超过时，预测的次序比数值更可信。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>Price of the grouping</source>
        <translation>分组的代价</translation>
    </message>
    <message>
        <source>Probability of the right answer among the choices; free text: a token</source>
        <translation>正确答案在选项中的概率；自由文本为每词元</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>探测</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Progress of the plan</source>
        <translation>计划的进度</translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation>当前任务的进度</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Projects that you open appear here.</source>
        <translation>打开过的项目会显示在这里。</translation>
    </message>
    <message>
        <source>Prompt field</source>
        <translation>提示字段</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Pull on %1</source>
        <translation>对 %1 的拉力</translation>
    </message>
    <message>
        <source>Pulled by %1</source>
        <translation>被 %1 拉动</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Random ensemble</source>
        <translation>随机集成</translation>
    </message>
    <message>
        <source>Random sources</source>
        <translation>随机来源</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>秩</translation>
    </message>
    <message>
        <source>Rank correlation</source>
        <translation>秩相关</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Re&amp;move an adapter…</source>
        <translation>移除适配器(&amp;M)…</translation>
    </message>
    <message>
        <source>Read %1 again</source>
        <translation>重新读取 %1</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Reliable</source>
        <translation>可靠</translation>
    </message>
    <message>
        <source>Remo&amp;ve dataset</source>
        <translation>移除数据集(&amp;V)</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message numerus='yes'>
        <source>Remove %n datasets</source>
        <translation><numerusform>移除 %n 个数据集</numerusform></translation>
    </message>
    <message>
        <source>Remove an adapter</source>
        <translation>移除适配器</translation>
    </message>
    <message>
        <source>Remove the constraint: %1</source>
        <translation>移除约束：%1</translation>
    </message>
    <message>
        <source>Remove the member %1</source>
        <translation>移除成员 %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>重置 %1</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>重置所有设置</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>正确答案</translation>
    </message>
    <message>
        <source>Row as the model sees it</source>
        <translation>模型看到的行</translation>
    </message>
    <message>
        <source>Row before</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>Row limit</source>
        <translation>行数上限</translation>
    </message>
    <message>
        <source>Row of %1</source>
        <translation>%1 的行</translation>
    </message>
    <message>
        <source>Row output</source>
        <translation>行输出</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Rows a dataset</source>
        <translation>每个数据集的行数</translation>
    </message>
    <message>
        <source>Rows cut</source>
        <translation>被截断的行</translation>
    </message>
    <message>
        <source>Rows set aside</source>
        <translation>搁置的行</translation>
    </message>
    <message>
        <source>Rows that are pulled</source>
        <translation>被拉动的行</translation>
    </message>
    <message>
        <source>Rows that datasets share, and test rows seen in training</source>
        <translation>数据集共有的行，以及训练中出现的测试行</translation>
    </message>
    <message>
        <source>Rows that pull</source>
        <translation>施加拉力的行</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run compare</source>
        <translation>运行比较</translation>
    </message>
    <message>
        <source>Run every &amp;open step</source>
        <translation>运行所有未完成步骤(&amp;O)</translation>
    </message>
    <message>
        <source>Run every open step</source>
        <translation>运行所有未完成步骤</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Runs to compare</source>
        <translation>要比较的运行</translation>
    </message>
    <message>
        <source>R² over membership</source>
        <translation>相对成员关系的 R²</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Save &amp;diagnostics…</source>
        <translation>保存诊断信息(&amp;D)…</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>保存副本(&amp;C)…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>Save a copy as %1</source>
        <translation>保存副本为 %1</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>保存诊断信息</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Scan for &amp;overlap</source>
        <translation>扫描重叠(&amp;O)</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Schema, columns, template and limits of the chosen dataset</source>
        <translation>所选数据集的结构、列、模板和上限</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Search commands   Ctrl+Shift+P</source>
        <translation>搜索命令   Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>Search commands and objects</source>
        <translation>搜索命令和对象</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>所选</translation>
    </message>
    <message>
        <source>Selection and baselines</source>
        <translation>所选与基线</translation>
    </message>
    <message>
        <source>Sets of datasets that were really trained on, by equal steps; the estimate is held against them</source>
        <translation>以相同步数真实训练过的数据集组合；估计值与之对照</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Share of rows whose prompt lost tokens at its left end</source>
        <translation>提示左端丢失词元的行所占比例</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共有</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Shorter rows (token limit), a smaller batch or nf4 need less</source>
        <translation>更短的行（标记上限）、更小的批次或 nf4 需要更少</translation>
    </message>
    <message>
        <source>Show in log</source>
        <translation>在日志中显示</translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation>显示日志(&amp;L)</translation>
    </message>
    <message>
        <source>Show the curve of %1</source>
        <translation>显示 %1 的曲线</translation>
    </message>
    <message>
        <source>Show the last bundle in the file manager</source>
        <translation>在文件管理器中显示最近的导出包</translation>
    </message>
    <message>
        <source>Show the stage %1</source>
        <translation>显示%1阶段</translation>
    </message>
    <message>
        <source>Six sets of datasets are really trained on, and the estimate is held against them</source>
        <translation>真正训练六个数据集组合，并与估计对照</translation>
    </message>
    <message>
        <source>Six stages</source>
        <translation>六个阶段</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Sketch size</source>
        <translation>草图维数</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Sources by their help</source>
        <translation>按帮助排序的来源</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Split shown</source>
        <translation>显示的部分</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>留在这里</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>停止并保存</translation>
    </message>
    <message>
        <source>Stop training within one step; what was learned is kept</source>
        <translation>在一步之内停止训练；学到的内容会保留</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Stretched: rank, do not quote</source>
        <translation>已超线性范围：可排序，勿引用</translation>
    </message>
    <message>
        <source>Subset size</source>
        <translation>子集大小</translation>
    </message>
    <message>
        <source>Subsets</source>
        <translation>子集</translation>
    </message>
    <message>
        <source>Sum over groups of the affinity inside, by group size (method, section 8)</source>
        <translation>各组内亲和度之和除以组大小（方法，第 8 节）</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Table (*.tsv)</source>
        <translation>表格 (*.tsv)</translation>
    </message>
    <message>
        <source>Table of systems</source>
        <translation>系统表</translation>
    </message>
    <message>
        <source>Tables and cards</source>
        <translation>表格和卡片</translation>
    </message>
    <message>
        <source>Take in %1</source>
        <translation>纳入 %1</translation>
    </message>
    <message>
        <source>Take in an &amp;adapter…</source>
        <translation>纳入适配器(&amp;A)…</translation>
    </message>
    <message>
        <source>Take in an adapter</source>
        <translation>纳入适配器</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>撤回最后一次编辑</translation>
    </message>
    <message>
        <source>Takes over what changed on disk</source>
        <translation>采用磁盘上的改变</translation>
    </message>
    <message>
        <source>Takes the chosen datasets out of the project; can be undone</source>
        <translation>将所选数据集移出项目；可撤销</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Target field</source>
        <translation>目标字段</translation>
    </message>
    <message>
        <source>Target mode</source>
        <translation>目标模式</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test accuracy %</source>
        <translation>测试准确率 %</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>Test rows seen in training</source>
        <translation>训练中出现的测试行</translation>
    </message>
    <message>
        <source>Test rows. Bars: 95 % bootstrap interval, one scale a column. Bold: best.</source>
        <translation>测试行。横条：95 % 自助区间，每列一个刻度。粗体：最佳。</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试占比</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Text to try</source>
        <translation>要尝试的文本</translation>
    </message>
    <message>
        <source>Text, labels, chats or choices in any common file. Schema and splits are found for you.</source>
        <translation>任何常见文件中的文本、标签、对话或选项。结构和划分会自动识别。</translation>
    </message>
    <message>
        <source>The bundle holds the merged adapter, every member, the ensemble's weights and a certificate that replays rows from the written files.</source>
        <translation>导出包含合并适配器、每个成员、集成权重，以及从写出文件重放行的证书。</translation>
    </message>
    <message>
        <source>The dataset that is predicted to do worst</source>
        <translation>预测结果最差的数据集</translation>
    </message>
    <message>
        <source>The datasets changed, their affinity is old</source>
        <translation>数据集已改变，亲和度已过时</translation>
    </message>
    <message>
        <source>The diagnostics could not be saved</source>
        <translation>无法保存诊断信息</translation>
    </message>
    <message>
        <source>The first-order model counts as linear up to an error of 3 %</source>
        <translation>误差不超过 3 % 时，一阶模型视为线性</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>语言在下次启动时更改。</translation>
    </message>
    <message>
        <source>The loss counts this token</source>
        <translation>损失计入此词元</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>The offline manual</source>
        <translation>离线手册</translation>
    </message>
    <message>
        <source>The project cannot be read</source>
        <translation>无法读取项目</translation>
    </message>
    <message>
        <source>The project keeps the rows as they were read. %1</source>
        <translation>项目保留读取时的行。%1</translation>
    </message>
    <message>
        <source>The project needs a folder that does not exist yet.</source>
        <translation>项目需要一个尚不存在的文件夹。</translation>
    </message>
    <message>
        <source>The same if everything else is there already (leave-one-out)</source>
        <translation>其余全部已在时的同一数值（留一法）</translation>
    </message>
    <message>
        <source>The smallest number of groups whose mean is within one standard error of the best</source>
        <translation>平均值与最佳相差不超过一个标准误的最小组数</translation>
    </message>
    <message>
        <source>The table could not be written</source>
        <translation>无法写出表格</translation>
    </message>
    <message>
        <source>The table shows the ensemble as it was. Evaluating again takes only the datasets that changed.</source>
        <translation>表中显示的是先前的集成。重新评估只处理已改变的数据集。</translation>
    </message>
    <message>
        <source>The target alone</source>
        <translation>仅目标</translation>
    </message>
    <message>
        <source>The weights changed since these scores</source>
        <translation>自这些得分以来权重已改变</translation>
    </message>
    <message>
        <source>The window can go on with them out of sight, or stop within one step and keep what was reached. The next start resumes.</source>
        <translation>窗口可在后台继续运行它们，也可在一步之内停止并保留成果。下次启动会继续。</translation>
    </message>
    <message>
        <source>The window without a frame</source>
        <translation>无边框窗口</translation>
    </message>
    <message>
        <source>Their answer does not fit the token limit</source>
        <translation>其答案超出词元上限</translation>
    </message>
    <message>
        <source>These keys belong to "%1". Choose others.</source>
        <translation>这些键属于“%1”。请选择其他键。</translation>
    </message>
    <message>
        <source>These options do not fit the rows</source>
        <translation>这些选项与数据行不符</translation>
    </message>
    <message>
        <source>They need about %1 more.</source>
        <translation>还需约 %1。</translation>
    </message>
    <message>
        <source>This button is always what comes next. The whole sample takes about five minutes.</source>
        <translation>此按钮始终是下一步。整个示例约需五分钟。</translation>
    </message>
    <message>
        <source>This could not be computed</source>
        <translation>无法计算</translation>
    </message>
    <message>
        <source>Tick datasets to see what training on them together is predicted to give.</source>
        <translation>勾选数据集，查看一起训练的预测结果。</translation>
    </message>
    <message>
        <source>Ticked: mean %1, %2 against alone</source>
        <translation>已勾选：平均 %1，与单独相比 %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time that training this group takes</source>
        <translation>训练该组所需时间</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Token limit</source>
        <translation>词元上限</translation>
    </message>
    <message>
        <source>Tokenizer and templates</source>
        <translation>分词器和模板</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Tokens of the row</source>
        <translation>该行的词元</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message numerus='yes'>
        <source>Train %n groups</source>
        <translation><numerusform>训练 %n 组</numerusform></translation>
    </message>
    <message>
        <source>Train earlier</source>
        <translation>提前训练</translation>
    </message>
    <message>
        <source>Train later</source>
        <translation>推后训练</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Train the baselines too</source>
        <translation>同时训练基线</translation>
    </message>
    <message>
        <source>Train the groups</source>
        <translation>训练各组</translation>
    </message>
    <message>
        <source>Train the groups first</source>
        <translation>请先训练各组</translation>
    </message>
    <message>
        <source>Train the selection</source>
        <translation>训练所选</translation>
    </message>
    <message>
        <source>Train together</source>
        <translation>一起训练</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>已训练</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Training loss as a table</source>
        <translation>以表格显示训练损失</translation>
    </message>
    <message>
        <source>Training loss by optimiser step</source>
        <translation>各优化步的训练损失</translation>
    </message>
    <message>
        <source>Training options</source>
        <translation>训练选项</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>训练时间</translation>
    </message>
    <message>
        <source>Trust meter</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Type a command or the name of a dataset, group or run</source>
        <translation>输入命令，或数据集、组、运行的名称</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>全部取消勾选</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Valid loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>验证间隔</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Validation row</source>
        <translation>验证行</translation>
    </message>
    <message>
        <source>Validation row of %1</source>
        <translation>%1 的验证行</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>验证占比</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>版本和许可证</translation>
    </message>
    <message>
        <source>Versions, log and settings in one file, without any text of your datasets</source>
        <translation>版本、日志和设置合为一个文件，不含数据集文本</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>View as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Vs alone</source>
        <translation>与单独相比</translation>
    </message>
    <message>
        <source>Vs one for all</source>
        <translation>与共用相比</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Warm-up share</source>
        <translation>预热占比</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Weigh by the &amp;prompt</source>
        <translation>按提示加权(&amp;P)</translation>
    </message>
    <message>
        <source>Weigh by the prompt</source>
        <translation>按提示加权</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Weight mixer</source>
        <translation>权重混合器</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>%1 的权重</translation>
    </message>
    <message>
        <source>Weight of the past in the moving average: 0 shows the raw values</source>
        <translation>移动平均中过去值的权重：0 显示原始值</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>What did not change is kept and reused.</source>
        <translation>未改变的部分会保留并重用。</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What each dataset is estimated to bring to the others, in nats of their validation loss: above 0 helps. Nothing was trained for it.</source>
        <translation>估计每个数据集给其他数据集带来多少，以其验证损失的奈特计：大于 0 表示有帮助。无需为此训练。</translation>
    </message>
    <message>
        <source>What every dataset brings</source>
        <translation>每个数据集带来什么</translation>
    </message>
    <message>
        <source>What every dataset would reach after fine-tuning on the ticked ones together: the first-order model, fitted to exactly these datasets (method, section 5). Seconds of regression, nothing is trained.</source>
        <translation>在勾选的数据集上共同微调后各数据集可达到的结果：对这些数据集拟合的一阶模型（方法，第 5 节）。只需数秒回归，不进行训练。</translation>
    </message>
    <message>
        <source>What is dataset affinity?</source>
        <translation>什么是数据集亲和度？</translation>
    </message>
    <message>
        <source>What runs</source>
        <translation>正在运行的内容</translation>
    </message>
    <message>
        <source>What the curve and the price tag show, and what refined climbs</source>
        <translation>曲线和代价显示的指标，也是 refined 爬升的目标</translation>
    </message>
    <message>
        <source>What three epochs over its rows take here</source>
        <translation>在本机上对其行训练三个轮次所需的时间</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>已写出的内容</translation>
    </message>
    <message>
        <source>What's &amp;this?</source>
        <translation>这是什么(&amp;T)？</translation>
    </message>
    <message>
        <source>What-if bench</source>
        <translation>假设分析</translation>
    </message>
    <message>
        <source>Where the bundle is used</source>
        <translation>导出包的使用场合</translation>
    </message>
    <message>
        <source>Which examples</source>
        <translation>哪些示例</translation>
    </message>
    <message>
        <source>Which sources help one dataset?</source>
        <translation>哪些来源对一个数据集有帮助？</translation>
    </message>
    <message>
        <source>Without this member the others, fitted again, lose %1 nats of validation loss.</source>
        <translation>没有这个成员，其余成员重新拟合后验证损失多出 %1 奈特。</translation>
    </message>
    <message>
        <source>Work is going on</source>
        <translation>正在工作</translation>
    </message>
    <message>
        <source>Works offline. Sends nothing.</source>
        <translation>离线工作，不发送任何内容。</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最差</translation>
    </message>
    <message>
        <source>Worst, %1</source>
        <translation>最差，%1</translation>
    </message>
    <message>
        <source>Worth of the members</source>
        <translation>成员的价值</translation>
    </message>
    <message>
        <source>Write a text of this dataset</source>
        <translation>写一段该数据集的文本</translation>
    </message>
    <message>
        <source>Write the weighted ensemble as files that others load</source>
        <translation>将加权集成写成可被加载的文件</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已写出</translation>
    </message>
    <message>
        <source>Written artefact</source>
        <translation>写出的内容</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message numerus='yes'>
        <source>and %n more</source>
        <translation><numerusform>以及另外 %n 个</numerusform></translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>as trained</source>
        <translation>与训练时相同</translation>
    </message>
    <message>
        <source>by the prompt</source>
        <translation>按提示</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改变</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>chosen by validation loss</source>
        <translation>由验证损失选定</translation>
    </message>
    <message>
        <source>copying</source>
        <translation>复制中</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>decided by the engine</source>
        <translation>由程序决定</translation>
    </message>
    <message>
        <source>density %1</source>
        <translation>密度 %1</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>distance from the start</source>
        <translation>离起点的距离</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>ensemble in the project</source>
        <translation>项目中的集成</translation>
    </message>
    <message>
        <source>ensemble.py, weights per dataset</source>
        <translation>ensemble.py，各数据集的权重</translation>
    </message>
    <message>
        <source>estimated loss</source>
        <translation>估计损失</translation>
    </message>
    <message>
        <source>finished %1</source>
        <translation>完成于 %1</translation>
    </message>
    <message>
        <source>free text</source>
        <translation>自由文本</translation>
    </message>
    <message>
        <source>fresh: the new adapter; warmed: after a short joint training</source>
        <translation>fresh：新的适配器；warmed：经过短暂的联合训练</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>grouping</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>hand</source>
        <translation>手工</translation>
    </message>
    <message>
        <source>helps</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>hurts</source>
        <translation>损害</translation>
    </message>
    <message>
        <source>knee</source>
        <translation>拐点</translation>
    </message>
    <message>
        <source>learning-rate test</source>
        <translation>学习率测试</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>界限 %1</translation>
    </message>
    <message>
        <source>mean cross-entropy of the targets, natural logarithm</source>
        <translation>目标的平均交叉熵，自然对数</translation>
    </message>
    <message>
        <source>mean of ((h0 + g·Δ − h) / max(|h|, |h0|))² where fine-tuning on everything would go (method, section 6)</source>
        <translation>在全部数据微调所到之处 ((h0 + g·Δ − h) / max(|h|, |h0|))² 的平均（方法，第 6 节）</translation>
    </message>
    <message>
        <source>measured loss</source>
        <translation>实测损失</translation>
    </message>
    <message>
        <source>more labels</source>
        <translation>更多标签</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>no points yet</source>
        <translation>尚无数据点</translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>尚未验证</translation>
    </message>
    <message>
        <source>one adapter for all: %1</source>
        <translation>共用一个适配器：%1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>optimiser step</source>
        <translation>优化步</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>p(right)</source>
        <translation>p(正确)</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>读取中</translation>
    </message>
    <message>
        <source>real fine-tunings</source>
        <translation>真实微调</translation>
    </message>
    <message>
        <source>row gains from
column joining it</source>
        <translation>加入列时
行的增益</translation>
    </message>
    <message>
        <source>row gains from a pair
with the column</source>
        <translation>与列成对时
行的增益</translation>
    </message>
    <message>
        <source>rows replayed from the written files, %1</source>
        <translation>从写出文件重放的行，%1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>runs.sqlite, affinity, certificate, licences</source>
        <translation>runs.sqlite、亲和度、证书、许可证</translation>
    </message>
    <message>
        <source>scoring</source>
        <translation>打分</translation>
    </message>
    <message>
        <source>share of the row's rows
also in the column</source>
        <translation>行中数据也出现在
列中的比例</translation>
    </message>
    <message>
        <source>share of validation rows answered right, 95 % bootstrap</source>
        <translation>答对的验证行比例，95 % 自助区间</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>平滑后</translation>
    </message>
    <message>
        <source>step length</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>subset fits</source>
        <translation>子集拟合</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>trained adapter</source>
        <translation>训练得到的适配器</translation>
    </message>
    <message>
        <source>trained here</source>
        <translation>训练到此</translation>
    </message>
    <message>
        <source>training on the selection</source>
        <translation>在所选上训练</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未改变</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>validation loss, %1 subsets, 95 % interval</source>
        <translation>验证损失，%1 个子集，95 % 区间</translation>
    </message>
    <message>
        <source>verified %1</source>
        <translation>已于 %1 验证</translation>
    </message>
    <message>
        <source>vs one adapter</source>
        <translation>与共用一个适配器相比</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>weights of %1</source>
        <translation>%1 的权重</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>写出中</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Δ accuracy</source>
        <translation>Δ 准确率</translation>
    </message>
    <message>
        <source>Σ of weighted members</source>
        <translation>加权成员之和</translation>
    </message>
    <message>
        <source>Σ rank</source>
        <translation>Σ 秩</translation>
    </message>
    <message>
        <source>Σ rank: %1 → %2</source>
        <translation>Σ 秩：%1 → %2</translation>
    </message>
    <message>
        <source>Σ rank: sum of the members' ranks. vLLM accepts up to 512.</source>
        <translation>Σ 秩：成员秩之和。vLLM 最多接受 512。</translation>
    </message>
    <message>
        <source>Σ(f̂ − f)² / Σf² over the datasets inside the probed sets; membership alone: %1</source>
        <translation>探测组合内数据集的 Σ(f̂ − f)² / Σf²；仅凭成员关系：%1</translation>
    </message>
</context>
</TS>
