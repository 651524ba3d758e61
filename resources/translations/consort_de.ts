<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
        <translation>%1 nach Feinabstimmung auf %2: geschätzt %3, gemessen %4</translation>
    </message>
    <message>
        <source>%1 and %2: not defined</source>
        <translation>%1 und %2: nicht definiert</translation>
    </message>
    <message numerus='yes'>
        <source>%1 and %n more</source>
        <translation><numerusform>%1 und %n weiterer</numerusform><numerusform>%1 und %n weitere</numerusform></translation>
    </message>
    <message>
        <source>%1 apart from %2</source>
        <translation>%1 getrennt von %2</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 ist gescheitert</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 has no rows in this split</source>
        <translation>%1 hat keine Zeilen in diesem Teil</translation>
    </message>
    <message>
        <source>%1 helps %2 by %3</source>
        <translation>%1 hilft %2 um %3</translation>
    </message>
    <message>
        <source>%1 hurts %2 by %3</source>
        <translation>%1 schadet %2 um %3</translation>
    </message>
    <message>
        <source>%1 in group %2</source>
        <translation>%1 in Gruppe %2</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 ist fertig</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 sources chosen for %3 in %4; the estimate took %5 sets of sources.</source>
        <translation>%1 von %2 Quellen für %3 in %4 gewählt; die Schätzung umfasste %5 Mengen von Quellen.</translation>
    </message>
    <message>
        <source>%1 of the rows are also in %2</source>
        <translation>%1 der Zeilen stehen auch in %2</translation>
    </message>
    <message>
        <source>%1 of the rows of %2 are also in %3</source>
        <translation>%1 der Zeilen von %2 stehen auch in %3</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 to group %2</source>
        <translation>%1 nach Gruppe %2</translation>
    </message>
    <message>
        <source>%1 training rows, %2 tokens</source>
        <translation>%1 Trainingszeilen, %2 Token</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>%1 gebraucht</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>%1 — Consort</source>
        <translation>%1 — Consort</translation>
    </message>
    <message>
        <source>%1 … %2, 95 % bootstrap over the test rows</source>
        <translation>%1 … %2, 95 % Bootstrap über die Testzeilen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 M parameters, %3</source>
        <translation>%1, %2 M Parameter, %3</translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n datasets</source>
        <translation><numerusform>%1, %n Datensatz</numerusform><numerusform>%1, %n Datensätze</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n groups</source>
        <translation><numerusform>%1, %n Gruppe</numerusform><numerusform>%1, %n Gruppen</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n members</source>
        <translation><numerusform>%1, %n Mitglied</numerusform><numerusform>%1, %n Mitglieder</numerusform></translation>
    </message>
    <message>
        <source>%1, knee</source>
        <translation>%1, Knick</translation>
    </message>
    <message>
        <source>%1, row %2 of %3, %4 tokens</source>
        <translation>%1, Zeile %2 von %3, %4 Token</translation>
    </message>
    <message>
        <source>%1. Drag it to a file manager or a document.</source>
        <translation>%1. In einen Dateimanager oder ein Dokument ziehen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 (Ctrl+%3)</source>
        <translation>%1: %2 (Strg+%3)</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: gescheitert</translation>
    </message>
    <message numerus='yes'>
        <source>%n baselines</source>
        <translation><numerusform>%n Vergleichslauf</numerusform><numerusform>%n Vergleichsläufe</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n datasets</source>
        <translation><numerusform>%n Datensatz</numerusform><numerusform>%n Datensätze</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n datasets removed</source>
        <translation><numerusform>%n Datensatz entfernt</numerusform><numerusform>%n Datensätze entfernt</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n files</source>
        <translation><numerusform>%n Datei</numerusform><numerusform>%n Dateien</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n files, %1</source>
        <translation><numerusform>%n Datei, %1</numerusform><numerusform>%n Dateien, %1</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n findings</source>
        <translation><numerusform>%n Befund</numerusform><numerusform>%n Befunde</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n groups</source>
        <translation><numerusform>%n Gruppe</numerusform><numerusform>%n Gruppen</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n groups, %1</source>
        <translation><numerusform>%n Gruppe, %1</numerusform><numerusform>%n Gruppen, %1</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n items were not understood and not added</source>
        <translation><numerusform>%n Eintrag wurde nicht verstanden und nicht hinzugefügt</numerusform><numerusform>%n Einträge wurden nicht verstanden und nicht hinzugefügt</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n jobs</source>
        <translation><numerusform>%n Auftrag</numerusform><numerusform>%n Aufträge</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n jobs are still running</source>
        <translation><numerusform>%n Auftrag läuft noch</numerusform><numerusform>%n Aufträge laufen noch</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n labels</source>
        <translation><numerusform>%n Klasse</numerusform><numerusform>%n Klassen</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n pairs of losses</source>
        <translation><numerusform>%n Verlustpaar</numerusform><numerusform>%n Verlustpaare</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n real fine-tunings</source>
        <translation><numerusform>%n echtes Training</numerusform><numerusform>%n echte Trainings</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n with findings</source>
        <translation><numerusform>%n mit Befunden</numerusform><numerusform>%n mit Befunden</numerusform></translation>
    </message>
    <message>
        <source>&amp;About Consort</source>
        <translation>Ü&amp;ber Consort</translation>
    </message>
    <message>
        <source>&amp;Add datasets…</source>
        <translation>Datensätze &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Change how it is read…</source>
        <translation>&amp;Ändern, wie gelesen wird…</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>&amp;Dunkles Thema</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Estimate affinity</source>
        <translation>Affinität &amp;schätzen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Group datasets again</source>
        <translation>Datensätze neu &amp;gruppieren</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keep with</source>
        <translation>&amp;Zusammen mit</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>&amp;Helles Thema</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;Move to</source>
        <translation>&amp;Verschieben nach</translation>
    </message>
    <message>
        <source>&amp;New group</source>
        <translation>&amp;Neue Gruppe</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Neues Projekt…</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>Projekt ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Pin to group %1</source>
        <translation>An Gruppe %1 an&amp;heften</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Read again from its files</source>
        <translation>Aus den Dateien neu &amp;lesen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Stop and save</source>
        <translation>&amp;Anhalten und sichern</translation>
    </message>
    <message>
        <source>&amp;System theme</source>
        <translation>&amp;Systemthema</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>&amp;Rundgang durch das Fenster</translation>
    </message>
    <message>
        <source>&amp;Train the groups</source>
        <translation>Gruppen &amp;trainieren</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;What is dataset affinity?</source>
        <translation>&amp;Was ist Datensatz-Affinität?</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Worth of the members</source>
        <translation>&amp;Wert der Mitglieder</translation>
    </message>
    <message>
        <source>, %1 cut</source>
        <translation>, %1 abgeschnitten</translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>, noch %1</translation>
    </message>
    <message>
        <source>, %1 of this run left</source>
        <translation>, noch %1 dieses Laufs</translation>
    </message>
    <message>
        <source>, or not at all</source>
        <translation>, oder gar nicht</translation>
    </message>
    <message>
        <source>1  Drop datasets</source>
        <translation>1  Datensätze ablegen</translation>
    </message>
    <message>
        <source>10 datasets, small model, whole loop in 5 min</source>
        <translation>10 Datensätze, kleines Modell, alles in 5 min</translation>
    </message>
    <message>
        <source>2  See who helps whom</source>
        <translation>2  Sehen, wer wem hilft</translation>
    </message>
    <message>
        <source>3  Choose the groups</source>
        <translation>3  Gruppen wählen</translation>
    </message>
    <message>
        <source>3 epochs over every group's tokens: tokens × (4 × weights of the blocks + 6 × adapter parameters)</source>
        <translation>3 Epochen über die Token jeder Gruppe: Token × (4 × Gewichte der Blöcke + 6 × Adapterparameter)</translation>
    </message>
    <message>
        <source>4  Train and export</source>
        <translation>4  Trainieren und exportieren</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>95 % interval of the weight: %1 to %2</source>
        <translation>95-%-Intervall des Gewichts: %1 bis %2</translation>
    </message>
    <message>
        <source>95 % over validation rows, the datasets fixed</source>
        <translation>95 % über die Validierungszeilen, bei festen Datensätzen</translation>
    </message>
    <message>
        <source>&lt;p&gt;Consort is free software under the GNU General Public License, version 3 or later.&lt;/p&gt;&lt;p&gt;After EnsembleLoRA (ACL 2025, arXiv 2505.21930) and GradEx (EMNLP Findings 2024, arXiv 2409.19458).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Consort ist freie Software unter der GNU General Public License, Version 3 oder später.&lt;/p&gt;&lt;p&gt;Nach EnsembleLoRA (ACL 2025, arXiv 2505.21930) und GradEx (EMNLP Findings 2024, arXiv 2409.19458).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A Hugging Face folder with config.json, *.safetensors and tokenizer.json. It stays where it is.</source>
        <translation>Ein Hugging-Face-Ordner mit config.json, *.safetensors und tokenizer.json. Er bleibt, wo er ist.</translation>
    </message>
    <message>
        <source>A PEFT folder from elsewhere becomes a member of the ensemble</source>
        <translation>Ein PEFT-Ordner von anderswo wird Mitglied des Ensembles</translation>
    </message>
    <message>
        <source>A folder with a project.sqlite</source>
        <translation>Ein Ordner mit project.sqlite</translation>
    </message>
    <message>
        <source>A folder with train, valid and test files, or a folder of such folders</source>
        <translation>Ein Ordner mit Dateien für Training, Validierung und Test, oder ein Ordner solcher Ordner</translation>
    </message>
    <message>
        <source>A gate weighs every prompt anew; the faders show the mean over the validation rows. Moving one puts fixed weights in the place of the gate.</source>
        <translation>Ein Gatter gewichtet jeden Prompt neu; die Regler zeigen das Mittel über die Validierungszeilen. Wer einen bewegt, setzt feste Gewichte an die Stelle des Gatters.</translation>
    </message>
    <message>
        <source>A member that was taken in from elsewhere leaves the ensemble</source>
        <translation>Ein von anderswo aufgenommenes Mitglied verlässt das Ensemble</translation>
    </message>
    <message>
        <source>A project goes from data to a bundle. Every stage can be opened at any time; its mark says whether it is done, open or needs you.</source>
        <translation>Ein Projekt geht von den Daten bis zum Bündel. Jede Stufe lässt sich jederzeit öffnen; ihr Zeichen sagt, ob sie fertig oder offen ist oder Aufmerksamkeit braucht.</translation>
    </message>
    <message>
        <source>A small gate reads each prompt and weighs the members anew; then everything is scored again</source>
        <translation>Ein kleines Gatter liest jeden Prompt und gewichtet die Mitglieder neu; dann wird alles neu bewertet</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Über %1</translation>
    </message>
    <message>
        <source>About Consort</source>
        <translation>Über Consort</translation>
    </message>
    <message>
        <source>Above 0: better than knowing only which datasets are inside</source>
        <translation>Über 0: besser, als nur zu wissen, welche Datensätze dabei sind</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Accuracy %</source>
        <translation>Genauigkeit %</translation>
    </message>
    <message>
        <source>Adapted layers</source>
        <translation>Angepasste Schichten</translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>Adapters of all groups, float32</source>
        <translation>Adapter aller Gruppen, float32</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message numerus='yes'>
        <source>Add %n items</source>
        <translation><numerusform>%n Eintrag hinzufügen</numerusform><numerusform>%n Einträge hinzufügen</numerusform></translation>
    </message>
    <message>
        <source>Add a &amp;boosting member</source>
        <translation>&amp;Boosting-Mitglied hinzufügen</translation>
    </message>
    <message>
        <source>Add a boosting member</source>
        <translation>Boosting-Mitglied hinzufügen</translation>
    </message>
    <message>
        <source>Add at least two datasets first</source>
        <translation>Zuerst mindestens zwei Datensätze hinzufügen</translation>
    </message>
    <message>
        <source>Add dataset &amp;folder…</source>
        <translation>Datensatz-&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Add dataset folder</source>
        <translation>Datensatz-Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add datasets</source>
        <translation>Datensätze hinzufügen</translation>
    </message>
    <message>
        <source>Added last</source>
        <translation>Zuletzt hinzu</translation>
    </message>
    <message>
        <source>Affinity</source>
        <translation>Affinität</translation>
    </message>
    <message>
        <source>Affinity estimated</source>
        <translation>Affinität geschätzt</translation>
    </message>
    <message>
        <source>Against an adapter of its own, predicted</source>
        <translation>Gegen einen eigenen Adapter, vorhergesagt</translation>
    </message>
    <message>
        <source>Against an adapter of its own: points of accuracy, or loss where there are no choices</source>
        <translation>Gegen einen eigenen Adapter: Punkte Genauigkeit, oder Verlust, wo es keine Auswahl gibt</translation>
    </message>
    <message>
        <source>All %1 files</source>
        <translation>Alle %1 Dateien</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Alle Quellen</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Allein</translation>
    </message>
    <message>
        <source>Alone: %1</source>
        <translation>Allein: %1</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Abwärts</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Aufwärts</translation>
    </message>
    <message>
        <source>An illustrated page of two minutes</source>
        <translation>Eine bebilderte Seite von zwei Minuten</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer words</source>
        <translation>Antwortwörter</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>As imported</source>
        <translation>Wie importiert</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>At the speed of the runs already trained here, else at 20 GFLOP/s a core</source>
        <translation>Mit der Geschwindigkeit der hier schon trainierten Läufe, sonst mit 20 GFLOP/s je Kern</translation>
    </message>
    <message>
        <source>Back to the best</source>
        <translation>Zurück zur besten</translation>
    </message>
    <message>
        <source>Back to the best %1</source>
        <translation>Zurück zu den besten %1</translation>
    </message>
    <message>
        <source>Back to the welcome page</source>
        <translation>Zurück zur Startseite</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>Rückwärts</translation>
    </message>
    <message>
        <source>Base held as</source>
        <translation>Basis gehalten als</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Basismodell</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>Vergleichsläufe</translation>
    </message>
    <message>
        <source>Baselines, to compare with</source>
        <translation>Vergleichsläufe, zum Messen daran</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Begin at</source>
        <translation>Beginn bei</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Beste</translation>
    </message>
    <message>
        <source>Best member</source>
        <translation>Bestes Mitglied</translation>
    </message>
    <message>
        <source>Best step</source>
        <translation>Bester Schritt</translation>
    </message>
    <message>
        <source>Brings</source>
        <translation>Bringt</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Bündel</translation>
    </message>
    <message>
        <source>By how many nats it lowers the validation loss of the others, on average over all orders in which datasets could be added (Shapley value); estimated</source>
        <translation>Um wie viele Nat er den Validierungsverlust der anderen senkt, im Mittel über alle Reihenfolgen, in denen Datensätze hinzukommen könnten (Shapley-Wert); geschätzt</translation>
    </message>
    <message numerus='yes'>
        <source>By other methods, %n groups</source>
        <translation><numerusform>Nach anderen Verfahren, %n Gruppe</numerusform><numerusform>Nach anderen Verfahren, %n Gruppen</numerusform></translation>
    </message>
    <message>
        <source>C&amp;lose project</source>
        <translation>Projekt s&amp;chließen</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Auftrag abbrechen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Change of the validation loss of %1 per unit step down this row's own loss; above 0 harms</source>
        <translation>Änderung des Validierungsverlusts von %1 je Einheitsschritt entlang des Verlusts dieser Zeile; über 0 schadet</translation>
    </message>
    <message>
        <source>Change of this row's loss per unit step down the training loss of %1; above 0 harms</source>
        <translation>Änderung des Verlusts dieser Zeile je Einheitsschritt entlang des Trainingsverlusts von %1; über 0 schadet</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>Chat-Vorlage</translation>
    </message>
    <message>
        <source>Check by fine-tuning</source>
        <translation>Durch Feinabstimmung prüfen</translation>
    </message>
    <message>
        <source>Check the bundle's &amp;files</source>
        <translation>&amp;Dateien des Bündels prüfen</translation>
    </message>
    <message>
        <source>Check the bundle's files</source>
        <translation>Dateien des Bündels prüfen</translation>
    </message>
    <message>
        <source>Check the estimate by &amp;fine-tuning</source>
        <translation>Schätzung durch &amp;Feinabstimmung prüfen</translation>
    </message>
    <message>
        <source>Check the estimate by fine-tuning</source>
        <translation>Schätzung durch Feinabstimmung prüfen</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Choose a dataset</source>
        <translation>Einen Datensatz wählen</translation>
    </message>
    <message>
        <source>Choose a folder and a base model</source>
        <translation>Ordner und Basismodell wählen</translation>
    </message>
    <message>
        <source>Choose groups</source>
        <translation>Gruppen wählen</translation>
    </message>
    <message>
        <source>Choose sources</source>
        <translation>Quellen wählen</translation>
    </message>
    <message>
        <source>Choose sources for %1</source>
        <translation>Quellen für %1 wählen</translation>
    </message>
    <message>
        <source>Choose the folder of a base model.</source>
        <translation>Den Ordner eines Basismodells wählen.</translation>
    </message>
    <message>
        <source>Choose the folder of the base model</source>
        <translation>Ordner des Basismodells wählen</translation>
    </message>
    <message>
        <source>Choose the folder of the bundle</source>
        <translation>Ordner des Bündels wählen</translation>
    </message>
    <message>
        <source>Choose the folder of the project</source>
        <translation>Ordner des Projekts wählen</translation>
    </message>
    <message>
        <source>Choose the groups first</source>
        <translation>Zuerst die Gruppen wählen</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation>Beendete entfernen</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Click on anything to learn what it is</source>
        <translation>Auf etwas klicken, um zu erfahren, was es ist</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>Inspektor schließen</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Gruppen beisammen</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>Farben des Fensters</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Combine and evaluate</source>
        <translation>Kombinieren und auswerten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Commands and objects</source>
        <translation>Befehle und Objekte</translation>
    </message>
    <message>
        <source>Compare &amp;runs</source>
        <translation>Läufe &amp;vergleichen</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>Läufe vergleichen</translation>
    </message>
    <message>
        <source>Compare the methods</source>
        <translation>Verfahren vergleichen</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Computed in</source>
        <translation>Gerechnet in</translation>
    </message>
    <message>
        <source>Computing the price</source>
        <translation>Preis wird berechnet</translation>
    </message>
    <message>
        <source>Conflict inspector</source>
        <translation>Konflikt-Inspektor</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt des Handbuchs</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Copy the embedded sample into a new project</source>
        <translation>Das eingebaute Beispiel in ein neues Projekt kopieren</translation>
    </message>
    <message>
        <source>Copy the whole project to another folder</source>
        <translation>Das ganze Projekt in einen anderen Ordner kopieren</translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation>%1 anlegen</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>Projekt anlegen</translation>
    </message>
    <message>
        <source>Curve that is compared</source>
        <translation>Verglichene Kurve</translation>
    </message>
    <message>
        <source>Curves and configuration of runs side by side</source>
        <translation>Kurven und Einstellungen von Läufen nebeneinander</translation>
    </message>
    <message>
        <source>Curves of the chosen runs</source>
        <translation>Kurven der gewählten Läufe</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Gekürzt</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Dataset that is mixed for</source>
        <translation>Datensatz, für den gemischt wird</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Datasets (*.jsonl *.json *.csv *.tsv *.parquet *.arrow *.feather *.txt *.gz *.zst);;All files (*)</source>
        <translation>Datensätze (*.jsonl *.json *.csv *.tsv *.parquet *.arrow *.feather *.txt *.gz *.zst);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Datasets a group has at least</source>
        <translation>So viele Datensätze hat eine Gruppe mindestens</translation>
    </message>
    <message>
        <source>Datasets a group has at most</source>
        <translation>So viele Datensätze hat eine Gruppe höchstens</translation>
    </message>
    <message>
        <source>Datasets of group %1</source>
        <translation>Datensätze der Gruppe %1</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Diverged, last good state kept</source>
        <translation>Divergiert, letzter guter Stand behalten</translation>
    </message>
    <message>
        <source>Do the edit again</source>
        <translation>Die Änderung noch einmal ausführen</translation>
    </message>
    <message>
        <source>Docks and sizes as they were at first</source>
        <translation>Bereiche und Größen wie am Anfang</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done, best %1</source>
        <translation>Fertig, bester %1</translation>
    </message>
    <message>
        <source>Drag a dataset to see the price before you let go</source>
        <translation>Einen Datensatz ziehen, um den Preis vor dem Loslassen zu sehen</translation>
    </message>
    <message>
        <source>Drag the bundle to a file manager</source>
        <translation>Das Bündel in einen Dateimanager ziehen</translation>
    </message>
    <message>
        <source>Drop a dataset here to give it a group of its own</source>
        <translation>Hier ablegen, um einem Datensatz eine eigene Gruppe zu geben</translation>
    </message>
    <message>
        <source>Drop anything here</source>
        <translation>Hier kann alles abgelegt werden</translation>
    </message>
    <message>
        <source>Drop files or folders anywhere in this window: jsonl, json, csv, tsv, parquet, arrow or txt. Schema and splits are found for you.</source>
        <translation>Dateien oder Ordner irgendwo in diesem Fenster ablegen: jsonl, json, csv, tsv, parquet, arrow oder txt. Schema und Teile werden gefunden.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Duplicate rows in training</source>
        <translation>Doppelte Zeilen im Training</translation>
    </message>
    <message>
        <source>E&amp;valuate</source>
        <translation>Aus&amp;werten</translation>
    </message>
    <message>
        <source>E&amp;xport bundle</source>
        <translation>Bündel e&amp;xportieren</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>Programm beenden</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>Ensemble says</source>
        <translation>Ensemble sagt</translation>
    </message>
    <message>
        <source>Ensemble, logits</source>
        <translation>Ensemble, Logits</translation>
    </message>
    <message>
        <source>Ensembles</source>
        <translation>Ensembles</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzen</translation>
    </message>
    <message>
        <source>Estimate affinity</source>
        <translation>Affinität schätzen</translation>
    </message>
    <message>
        <source>Estimate again</source>
        <translation>Neu schätzen</translation>
    </message>
    <message>
        <source>Estimate, group, train, evaluate and export in a row</source>
        <translation>Schätzen, gruppieren, trainieren, auswerten und exportieren, eins nach dem anderen</translation>
    </message>
    <message>
        <source>Estimated against measured loss</source>
        <translation>Geschätzter gegen gemessenen Verlust</translation>
    </message>
    <message>
        <source>Estimated loss</source>
        <translation>Geschätzter Verlust</translation>
    </message>
    <message>
        <source>Estimated: larger helps the target more</source>
        <translation>Geschätzt: mehr hilft dem Ziel stärker</translation>
    </message>
    <message>
        <source>Estimation and training that the system needed</source>
        <translation>Schätzung und Training, die das System brauchte</translation>
    </message>
    <message>
        <source>Estimation error</source>
        <translation>Schätzfehler</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Evaluate again</source>
        <translation>Neu auswerten</translation>
    </message>
    <message>
        <source>Evaluate the members first</source>
        <translation>Zuerst die Mitglieder auswerten</translation>
    </message>
    <message>
        <source>Evaluated</source>
        <translation>Ausgewertet</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Every change is saved</source>
        <translation>Jede Änderung ist gesichert</translation>
    </message>
    <message>
        <source>Every command and every object by name</source>
        <translation>Jeder Befehl und jedes Objekt beim Namen</translation>
    </message>
    <message>
        <source>Every hash and shape, and a replayed batch</source>
        <translation>Jede Prüfsumme und Form, und ein wiederholter Stapel</translation>
    </message>
    <message>
        <source>Every number of groups as a table</source>
        <translation>Jede Gruppenzahl als Tabelle</translation>
    </message>
    <message>
        <source>Every order in which the datasets could be added is being compared…</source>
        <translation>Alle Reihenfolgen, in denen Datensätze hinzukommen könnten, werden verglichen …</translation>
    </message>
    <message>
        <source>Every system answers the test rows once: the frozen base, the baselines, each group's adapter and the ensemble.</source>
        <translation>Jedes System beantwortet die Testzeilen einmal: die eingefrorene Basis, die Vergleichsläufe, der Adapter jeder Gruppe und das Ensemble.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Expand at</source>
        <translation>Entwickeln bei</translation>
    </message>
    <message>
        <source>Expansion point</source>
        <translation>Entwicklungspunkt</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>Noch einmal exportieren</translation>
    </message>
    <message>
        <source>Export bundle</source>
        <translation>Bündel exportieren</translation>
    </message>
    <message>
        <source>Export the matrix</source>
        <translation>Matrix exportieren</translation>
    </message>
    <message>
        <source>Export the plot</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportiert</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>FLOP</source>
        <translation>FLOP</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Faithfulness certificate</source>
        <translation>Treue-Zertifikat</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Files of %1 changed on disk</source>
        <translation>Dateien von %1 haben sich auf der Platte geändert</translation>
    </message>
    <message>
        <source>Files of the bundle</source>
        <translation>Dateien des Bündels</translation>
    </message>
    <message>
        <source>Files or folders of rows</source>
        <translation>Dateien oder Ordner mit Zeilen</translation>
    </message>
    <message>
        <source>Files, folders and base models can be dropped anywhere in the window. Nothing is sent anywhere.</source>
        <translation>Dateien, Ordner und Basismodelle können irgendwo im Fenster abgelegt werden. Nichts wird verschickt.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter recent projects</source>
        <translation>Letzte Projekte filtern</translation>
    </message>
    <message>
        <source>Filter the project</source>
        <translation>Projekt filtern</translation>
    </message>
    <message>
        <source>Find in log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Find in table</source>
        <translation>In Tabelle suchen</translation>
    </message>
    <message>
        <source>Find in the table of datasets</source>
        <translation>In der Tabelle der Datensätze suchen</translation>
    </message>
    <message>
        <source>Find out which of your datasets help each other, train one adapter per group, and export one ensemble.</source>
        <translation>Herausfinden, welche Datensätze einander helfen, je Gruppe einen Adapter trainieren und ein Ensemble exportieren.</translation>
    </message>
    <message>
        <source>First-order error</source>
        <translation>Fehler erster Ordnung</translation>
    </message>
    <message>
        <source>First-order error against distance</source>
        <translation>Fehler erster Ordnung gegen Abstand</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Fit the weights and score every system on the test rows</source>
        <translation>Gewichte anpassen und jedes System an den Testzeilen messen</translation>
    </message>
    <message>
        <source>Fits in %1</source>
        <translation>Passt in %1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder of the base model</source>
        <translation>Ordner des Basismodells</translation>
    </message>
    <message>
        <source>Folder of the bundle</source>
        <translation>Ordner des Bündels</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>Ordner des Projekts</translation>
    </message>
    <message>
        <source>Forecast of the peak while one adapter is trained; groups are trained one after another</source>
        <translation>Vorhersage der Spitze, während ein Adapter trainiert wird; Gruppen werden nacheinander trainiert</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Frozen base</source>
        <translation>Eingefrorene Basis</translation>
    </message>
    <message>
        <source>GGUF for llama.cpp</source>
        <translation>GGUF für llama.cpp</translation>
    </message>
    <message>
        <source>GGUF, %1</source>
        <translation>GGUF, %1</translation>
    </message>
    <message>
        <source>Gains</source>
        <translation>Gewinne</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
    <message>
        <source>Go to affinity</source>
        <translation>Zur Affinität</translation>
    </message>
    <message>
        <source>Go to training</source>
        <translation>Zum Training</translation>
    </message>
    <message>
        <source>GradEx: gradients at an adapter that was trained on all sources estimate the target's loss for sets of sources. Random ensemble: a source's score is the mean over the drawn sets that hold it. Forward and backward add or drop the best or worst source as long as the estimate falls (method, section 10).</source>
        <translation>GradEx: Gradienten an einem Adapter, der auf allen Quellen trainiert wurde, schätzen den Verlust des Ziels für Mengen von Quellen. Zufallsensemble: der Wert einer Quelle ist das Mittel über die gezogenen Mengen, die sie enthalten. Vorwärts und rückwärts nehmen die beste Quelle hinzu oder die schlechteste weg, solange die Schätzung fällt (Methode, Abschnitt 10).</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>Gradientengrenze</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>Group &amp;%1</source>
        <translation>Gruppe &amp;%1</translation>
    </message>
    <message>
        <source>Group by %1</source>
        <translation>Gruppieren mit %1</translation>
    </message>
    <message>
        <source>Group by the present method and constraints</source>
        <translation>Mit Verfahren und Bedingungen von jetzt gruppieren</translation>
    </message>
    <message>
        <source>Group datasets again</source>
        <translation>Datensätze neu gruppieren</translation>
    </message>
    <message>
        <source>Grouped</source>
        <translation>Gruppiert</translation>
    </message>
    <message>
        <source>Groupings</source>
        <translation>Gruppierungen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Groups are chosen from the affinity. Estimate it first: seconds, nothing is trained.</source>
        <translation>Gruppen werden aus der Affinität gewählt. Sie zuerst schätzen: Sekunden, nichts wird trainiert.</translation>
    </message>
    <message>
        <source>Groups datasets by how they help each other, trains one adapter per group, exports the weighted ensemble.</source>
        <translation>Gruppiert Datensätze danach, wie sie einander helfen, trainiert je Gruppe einen Adapter, exportiert das gewichtete Ensemble.</translation>
    </message>
    <message>
        <source>Groups of at least %1</source>
        <translation>Gruppen von mindestens %1</translation>
    </message>
    <message>
        <source>Groups of at most %1</source>
        <translation>Gruppen von höchstens %1</translation>
    </message>
    <message>
        <source>Groups the datasets by every method, for the number of groups chosen, and shows what each is predicted to reach</source>
        <translation>Gruppiert die Datensätze nach jedem Verfahren in die gewählte Zahl von Gruppen und zeigt, was jeweils vorhergesagt wird</translation>
    </message>
    <message>
        <source>Groups: %1 → %2</source>
        <translation>Gruppen: %1 → %2</translation>
    </message>
    <message>
        <source>Hints at the parts of the window</source>
        <translation>Hinweise zu den Teilen des Fensters</translation>
    </message>
    <message>
        <source>How %1 is read</source>
        <translation>Wie %1 gelesen wird</translation>
    </message>
    <message>
        <source>How groups are found: refined starts from the semidefinite relaxation and climbs the predicted score</source>
        <translation>Wie Gruppen gefunden werden: refined beginnt mit der semidefiniten Relaxation und klettert auf der vorhergesagten Güte</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>So geht es</translation>
    </message>
    <message>
        <source>How many groups</source>
        <translation>Wie viele Gruppen</translation>
    </message>
    <message>
        <source>How sure the detected schema is</source>
        <translation>Wie sicher das erkannte Schema ist</translation>
    </message>
    <message>
        <source>How sure the detection is, from the columns' names and contents</source>
        <translation>Wie sicher die Erkennung ist, aus Namen und Inhalt der Spalten</translation>
    </message>
    <message>
        <source>How sure the weights are, and what the ensemble loses without each member</source>
        <translation>Wie sicher die Gewichte sind und was das Ensemble ohne jedes Mitglied verliert</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message numerus='yes'>
        <source>Import %n items</source>
        <translation><numerusform>%n Eintrag importieren</numerusform><numerusform>%n Einträge importieren</numerusform></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>It is here already</source>
        <translation>Er ist schon hier</translation>
    </message>
    <message>
        <source>It is running; it can be cancelled in the strip above the stage</source>
        <translation>Es läuft; im Streifen über der Stufe kann es abgebrochen werden</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Jobs %1</source>
        <translation>Aufträge %1</translation>
    </message>
    <message>
        <source>Jobs run in the background. You can look around, change groups and weigh members meanwhile.</source>
        <translation>Aufträge laufen im Hintergrund. Inzwischen kann man sich umsehen, Gruppen ändern und Mitglieder gewichten.</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>Keep %1 apart from %2</source>
        <translation>%1 von %2 getrennt halten</translation>
    </message>
    <message>
        <source>Keep %1 with %2</source>
        <translation>%1 mit %2 zusammenhalten</translation>
    </message>
    <message>
        <source>Keep &amp;apart from</source>
        <translation>Ge&amp;trennt von</translation>
    </message>
    <message>
        <source>Keep options</source>
        <translation>Optionen behalten</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>Knie</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>&amp;Größerer Text</translation>
    </message>
    <message>
        <source>Label balance</source>
        <translation>Klassenverteilung</translation>
    </message>
    <message>
        <source>Labels in training</source>
        <translation>Klassen im Training</translation>
    </message>
    <message>
        <source>Lambda</source>
        <translation>Lambda</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Sprache des Systems</translation>
    </message>
    <message>
        <source>Language, text size, motion, shortcuts</source>
        <translation>Sprache, Textgröße, Bewegung, Tastenkürzel</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größte</translation>
    </message>
    <message>
        <source>Largest difference of a logit over the replayed rows</source>
        <translation>Größte Abweichung eines Logits über die wiederholten Zeilen</translation>
    </message>
    <message>
        <source>Largest share of the rows that are near duplicates of rows of another dataset</source>
        <translation>Größter Anteil der Zeilen, die fast gleich in einem anderen Datensatz stehen</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>Rundgang verlassen</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Let go to add. Esc cancels.</source>
        <translation>Loslassen zum Hinzufügen. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Lines that load the bundle</source>
        <translation>Zeilen, die das Bündel laden</translation>
    </message>
    <message>
        <source>LoRA files of the merged adapter and the members</source>
        <translation>LoRA-Dateien des verschmolzenen Adapters und der Mitglieder</translation>
    </message>
    <message>
        <source>LoRA rank %1, alpha %2 on %3; %4 layers of width %5</source>
        <translation>LoRA-Rang %1, Alpha %2 auf %3; %4 Schichten der Breite %5</translation>
    </message>
    <message>
        <source>Locate</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>Logarithmische Skala</translation>
    </message>
    <message>
        <source>Logits ensemble</source>
        <translation>Logit-Ensemble</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Loss per dataset</source>
        <translation>Verlust je Datensatz</translation>
    </message>
    <message>
        <source>Lowest level shown</source>
        <translation>Niedrigste gezeigte Stufe</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>Makro-F1</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Gemacht von</translation>
    </message>
    <message numerus='yes'>
        <source>Make a group of %n datasets</source>
        <translation><numerusform>Gruppe aus %n Datensatz bilden</numerusform><numerusform>Gruppe aus %n Datensätzen bilden</numerusform></translation>
    </message>
    <message>
        <source>Make a project for a base model</source>
        <translation>Ein Projekt für ein Basismodell anlegen</translation>
    </message>
    <message>
        <source>Make this a group</source>
        <translation>Daraus eine Gruppe bilden</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Matrix as a table</source>
        <translation>Matrix als Tabelle</translation>
    </message>
    <message>
        <source>Max |Δ logit|</source>
        <translation>Max |Δ Logit|</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Mean Kullback–Leibler divergence, natural logarithm</source>
        <translation>Mittlere Kullback-Leibler-Divergenz, natürlicher Logarithmus</translation>
    </message>
    <message>
        <source>Mean accuracy</source>
        <translation>Mittlere Genauigkeit</translation>
    </message>
    <message>
        <source>Mean accuracy: %1</source>
        <translation>Mittlere Genauigkeit: %1</translation>
    </message>
    <message>
        <source>Mean against one adapter for all datasets</source>
        <translation>Mittel gegen einen Adapter für alle Datensätze</translation>
    </message>
    <message>
        <source>Mean gain inside %1</source>
        <translation>Mittlerer Gewinn darin %1</translation>
    </message>
    <message>
        <source>Mean loss</source>
        <translation>Mittlerer Verlust</translation>
    </message>
    <message>
        <source>Mean loss: %1</source>
        <translation>Mittlerer Verlust: %1</translation>
    </message>
    <message>
        <source>Mean over the datasets</source>
        <translation>Mittel über die Datensätze</translation>
    </message>
    <message>
        <source>Mean over the datasets of what each is predicted to reach in its own group, with the 95 % interval over validation rows</source>
        <translation>Mittel über die Datensätze dessen, was jeder in seiner Gruppe vorhergesagt erreicht, mit 95-%-Intervall über die Validierungszeilen</translation>
    </message>
    <message>
        <source>Mean tokens a row, prompt and target</source>
        <translation>Mittlere Token je Zeile, Eingabe und Ziel</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Member adapter %1</source>
        <translation>Mitgliedsadapter %1</translation>
    </message>
    <message>
        <source>Member adapters</source>
        <translation>Mitgliedsadapter</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Memory for: %1</source>
        <translation>Speicher für: %1</translation>
    </message>
    <message>
        <source>Memory, GB</source>
        <translation>Speicher, GB</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Merged adapter, cat</source>
        <translation>Verschmolzener Adapter, cat</translation>
    </message>
    <message>
        <source>Merged, cat</source>
        <translation>Verschmolzen, cat</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation>Mikrostapel</translation>
    </message>
    <message>
        <source>Mixtures of datasets that were fitted, in %1</source>
        <translation>Angepasste Mischungen von Datensätzen, in %1</translation>
    </message>
    <message>
        <source>More about the members</source>
        <translation>Mehr zu den Mitgliedern</translation>
    </message>
    <message>
        <source>More than %1</source>
        <translation>Mehr als %1</translation>
    </message>
    <message>
        <source>Most helped first</source>
        <translation>Meist Unterstützte zuerst</translation>
    </message>
    <message>
        <source>Most helpful first</source>
        <translation>Hilfreichste zuerst</translation>
    </message>
    <message>
        <source>Move %1 to group %2</source>
        <translation>%1 in Gruppe %2 verschieben</translation>
    </message>
    <message>
        <source>Move one slider. Score, time and memory are predicted for each choice.</source>
        <translation>Einen Regler bewegen. Güte, Zeit und Speicher werden für jede Wahl vorhergesagt.</translation>
    </message>
    <message>
        <source>Nearest by gradient</source>
        <translation>Nächste nach Gradient</translation>
    </message>
    <message>
        <source>Nearest by representation</source>
        <translation>Nächste nach Darstellung</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <source>New keys for the selected command</source>
        <translation>Neue Tasten für den gewählten Befehl</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>No affinity yet</source>
        <translation>Noch keine Affinität</translation>
    </message>
    <message>
        <source>No bundle yet</source>
        <translation>Noch kein Bündel</translation>
    </message>
    <message>
        <source>No datasets yet</source>
        <translation>Noch keine Datensätze</translation>
    </message>
    <message>
        <source>No groups yet</source>
        <translation>Noch keine Gruppen</translation>
    </message>
    <message>
        <source>None. Press M on a dataset to pin it, or to keep it with or apart from another.</source>
        <translation>Keine. M auf einem Datensatz heftet ihn an oder hält ihn mit einem anderen zusammen oder getrennt.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Nothing else changed. Choose a folder in which you may write.</source>
        <translation>Sonst änderte sich nichts. Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>Nothing evaluated yet</source>
        <translation>Noch nichts ausgewertet</translation>
    </message>
    <message>
        <source>Nothing here can be added</source>
        <translation>Hier ist nichts, was hinzugefügt werden kann</translation>
    </message>
    <message>
        <source>Nothing trained yet</source>
        <translation>Noch nichts trainiert</translation>
    </message>
    <message>
        <source>Number of groups</source>
        <translation>Zahl der Gruppen</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Of estimated and measured losses over the probed sets, mean over the datasets; the same trainings with another seed reach %1</source>
        <translation>Zwischen geschätzten und gemessenen Verlusten über die geprobten Mengen, Mittel über die Datensätze; dieselben Trainings mit anderem Startwert erreichen %1</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf der Platte</translation>
    </message>
    <message>
        <source>One adapter a group, in the background</source>
        <translation>Ein Adapter je Gruppe, im Hintergrund</translation>
    </message>
    <message>
        <source>One adapter for all datasets</source>
        <translation>Ein Adapter für alle Datensätze</translation>
    </message>
    <message>
        <source>One adapter is trained on everything for a start; from there the gradients of the other datasets rank them as sources of the target, and the base is trained once on those that help.</source>
        <translation>Zuerst wird ein Adapter auf allem trainiert; von dort ordnen die Gradienten der anderen Datensätze sie als Quellen des Ziels, und die Basis wird einmal auf denen trainiert, die helfen.</translation>
    </message>
    <message>
        <source>One adapter per dataset</source>
        <translation>Ein Adapter je Datensatz</translation>
    </message>
    <message>
        <source>One adapter per group, in the background. The learning rate comes from a short range test.</source>
        <translation>Ein Adapter je Gruppe, im Hintergrund. Die Lernrate kommt aus einem kurzen Bereichstest.</translation>
    </message>
    <message>
        <source>One adapter per group, weighted together, checked and ready to serve.</source>
        <translation>Ein Adapter je Gruppe, zusammen gewichtet, geprüft und bereit zum Einsatz.</translation>
    </message>
    <message>
        <source>One for all</source>
        <translation>Einer für alle</translation>
    </message>
    <message>
        <source>One gradient pass over the rows of your datasets predicts every mixture of them. Nothing is trained.</source>
        <translation>Ein Gradientendurchgang über die Zeilen sagt jede Mischung der Datensätze vorher. Nichts wird trainiert.</translation>
    </message>
    <message>
        <source>One gradient pass predicts every mixture. No training needed.</source>
        <translation>Ein Gradientendurchgang sagt jede Mischung vorher. Ohne Training.</translation>
    </message>
    <message>
        <source>One gradient per row, then every mixture is predicted</source>
        <translation>Ein Gradient je Zeile, dann wird jede Mischung vorhergesagt</translation>
    </message>
    <message>
        <source>One more member for the group of the highest training loss; then everything is scored again</source>
        <translation>Ein weiteres Mitglied für die Gruppe mit dem höchsten Trainingsverlust; danach wird alles neu bewertet</translation>
    </message>
    <message>
        <source>One per dataset</source>
        <translation>Einer je Datensatz</translation>
    </message>
    <message>
        <source>One point less</source>
        <translation>Ein Punkt weniger</translation>
    </message>
    <message>
        <source>One point more</source>
        <translation>Ein Punkt mehr</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Open &amp;sample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Ein Projekt öffnen</translation>
    </message>
    <message>
        <source>Open a project folder</source>
        <translation>Einen Projektordner öffnen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Open sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open the Log dock</source>
        <translation>Das Protokoll öffnen</translation>
    </message>
    <message>
        <source>Open the bundle's fol&amp;der</source>
        <translation>&amp;Ordner des Bündels öffnen</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Das Beispiel öffnen</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Optimise</source>
        <translation>Optimieren</translation>
    </message>
    <message>
        <source>Optimise %1</source>
        <translation>%1 optimieren</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Or drop datasets and a model folder anywhere in this window.</source>
        <translation>Oder Datensätze und einen Modellordner irgendwo in diesem Fenster ablegen.</translation>
    </message>
    <message>
        <source>Order of the datasets</source>
        <translation>Reihenfolge der Datensätze</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überschneidung</translation>
    </message>
    <message>
        <source>Overlap scan</source>
        <translation>Suche nach Überschneidungen</translation>
    </message>
    <message>
        <source>Owner only</source>
        <translation>Nur Eigentümer</translation>
    </message>
    <message>
        <source>PEFT, exact sum of the members</source>
        <translation>PEFT, genaue Summe der Mitglieder</translation>
    </message>
    <message>
        <source>PEFT, one a group</source>
        <translation>PEFT, einer je Gruppe</translation>
    </message>
    <message>
        <source>Pairwise</source>
        <translation>Paarweise</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Parts of the bundle</source>
        <translation>Teile des Bündels</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Peak memory of measuring all systems: the base, one block's activations of a batch, and the kept states of the members.</source>
        <translation>Speicherspitze beim Messen aller Systeme: die Basis, die Aktivierungen eines Blocks für einen Stapel und die behaltenen Zustände der Mitglieder.</translation>
    </message>
    <message>
        <source>Peak memory of one training run: the base, the activations of a batch of the longest rows, the adapter and the moments of its optimiser.</source>
        <translation>Speicherspitze eines Trainingslaufs: die Basis, die Aktivierungen eines Stapels der längsten Zeilen, der Adapter und die Momente seines Optimierers.</translation>
    </message>
    <message>
        <source>Peak memory of the estimate: the base, the activations of a batch of rows on every compute thread, and one sketch per row.</source>
        <translation>Speicherspitze der Schätzung: die Basis, die Aktivierungen eines Stapels auf jedem Rechenthread und eine Skizze je Zeile.</translation>
    </message>
    <message>
        <source>Peak of the process while the run was trained</source>
        <translation>Spitze des Prozesses, während der Lauf trainiert wurde</translation>
    </message>
    <message>
        <source>Picture or table (*.png *.svg *.pdf *.csv)</source>
        <translation>Bild oder Tabelle (*.png *.svg *.pdf *.csv)</translation>
    </message>
    <message>
        <source>Pin %1 to group %2</source>
        <translation>%1 an Gruppe %2 heften</translation>
    </message>
    <message>
        <source>Plan: %1, %2</source>
        <translation>Plan: %1, %2</translation>
    </message>
    <message>
        <source>Points, over the replayed rows</source>
        <translation>Punkte, über die wiederholten Zeilen</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Zahlenformat</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Predicted mean accuracy, band: 95 % interval</source>
        <translation>Vorhergesagte mittlere Genauigkeit, Band: 95-%-Intervall</translation>
    </message>
    <message>
        <source>Predicted mean loss, band: 95 % interval</source>
        <translation>Vorhergesagter mittlerer Verlust, Band: 95-%-Intervall</translation>
    </message>
    <message>
        <source>Predictions follow a linear model of the outputs around the expansion point. The curve shows how wrong that model is at growing distances from it: mean of ((h0 + g·Δ − h) / max(|h|, |h0|))² over training rows (method, section 6). Up to 3 % the model counts as linear; above, the order of the predictions is worth more than their values.</source>
        <translation>Die Vorhersagen folgen einem linearen Modell der Ausgaben um den Entwicklungspunkt. Die Kurve zeigt, wie falsch dieses Modell mit wachsendem Abstand davon ist: Mittel von ((h0 + g·Δ − h) / max(|h|, |h0|))² über Trainingszeilen (Methode, Abschnitt 6). Bis 3 % gilt das Modell als linear; darüber ist die Reihenfolge der Vorhersagen mehr wert als ihre Werte.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Price of the grouping</source>
        <translation>Preis der Gruppierung</translation>
    </message>
    <message>
        <source>Probability of the right answer among the choices; free text: a token</source>
        <translation>Wahrscheinlichkeit der richtigen Antwort unter der Auswahl; freier Text: je Token</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Progress of the plan</source>
        <translation>Fortschritt des Plans</translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation>Fortschritt des laufenden Auftrags</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Projects that you open appear here.</source>
        <translation>Geöffnete Projekte erscheinen hier.</translation>
    </message>
    <message>
        <source>Prompt field</source>
        <translation>Eingabefeld</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Pull on %1</source>
        <translation>Zug auf %1</translation>
    </message>
    <message>
        <source>Pulled by %1</source>
        <translation>Gezogen von %1</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>Random ensemble</source>
        <translation>Zufallsensemble</translation>
    </message>
    <message>
        <source>Random sources</source>
        <translation>Zufällige Quellen</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Rank correlation</source>
        <translation>Rangkorrelation</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Re&amp;move an adapter…</source>
        <translation>Adapter &amp;entfernen …</translation>
    </message>
    <message>
        <source>Read %1 again</source>
        <translation>%1 neu lesen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur zum Lesen</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Letzte Projekte</translation>
    </message>
    <message>
        <source>Reliable</source>
        <translation>Verlässlich</translation>
    </message>
    <message>
        <source>Remo&amp;ve dataset</source>
        <translation>Datensatz ent&amp;fernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message numerus='yes'>
        <source>Remove %n datasets</source>
        <translation><numerusform>%n Datensatz entfernen</numerusform><numerusform>%n Datensätze entfernen</numerusform></translation>
    </message>
    <message>
        <source>Remove an adapter</source>
        <translation>Adapter entfernen</translation>
    </message>
    <message>
        <source>Remove the constraint: %1</source>
        <translation>Bedingung entfernen: %1</translation>
    </message>
    <message>
        <source>Remove the member %1</source>
        <translation>Mitglied %1 entfernen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>Alle Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>Richtige Antwort</translation>
    </message>
    <message>
        <source>Row as the model sees it</source>
        <translation>Zeile, wie das Modell sie sieht</translation>
    </message>
    <message>
        <source>Row before</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <source>Row limit</source>
        <translation>Zeilengrenze</translation>
    </message>
    <message>
        <source>Row of %1</source>
        <translation>Zeile von %1</translation>
    </message>
    <message>
        <source>Row output</source>
        <translation>Zeilenausgabe</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows a dataset</source>
        <translation>Zeilen je Datensatz</translation>
    </message>
    <message>
        <source>Rows cut</source>
        <translation>Gekürzte Zeilen</translation>
    </message>
    <message>
        <source>Rows set aside</source>
        <translation>Beiseite gelegte Zeilen</translation>
    </message>
    <message>
        <source>Rows that are pulled</source>
        <translation>Zeilen, die gezogen werden</translation>
    </message>
    <message>
        <source>Rows that datasets share, and test rows seen in training</source>
        <translation>Zeilen, die Datensätze teilen, und Testzeilen, die im Training stehen</translation>
    </message>
    <message>
        <source>Rows that pull</source>
        <translation>Zeilen, die ziehen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Run compare</source>
        <translation>Läufe vergleichen</translation>
    </message>
    <message>
        <source>Run every &amp;open step</source>
        <translation>Jeden &amp;offenen Schritt ausführen</translation>
    </message>
    <message>
        <source>Run every open step</source>
        <translation>Jeden offenen Schritt ausführen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Runs to compare</source>
        <translation>Zu vergleichende Läufe</translation>
    </message>
    <message>
        <source>R² over membership</source>
        <translation>R² über Zugehörigkeit</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>&amp;Kleinerer Text</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Save &amp;diagnostics…</source>
        <translation>&amp;Diagnose speichern…</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>Kopie s&amp;peichern…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Save a copy as %1</source>
        <translation>Kopie als %1 speichern</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Scan for &amp;overlap</source>
        <translation>Nach Über&amp;schneidungen suchen</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Schema, columns, template and limits of the chosen dataset</source>
        <translation>Schema, Spalten, Vorlage und Grenzen des gewählten Datensatzes</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Befehle suchen</translation>
    </message>
    <message>
        <source>Search commands   Ctrl+Shift+P</source>
        <translation>Befehle suchen   Strg+Umschalt+P</translation>
    </message>
    <message>
        <source>Search commands and objects</source>
        <translation>Befehle und Objekte suchen</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Selection and baselines</source>
        <translation>Auswahl und Vergleichswerte</translation>
    </message>
    <message>
        <source>Sets of datasets that were really trained on, by equal steps; the estimate is held against them</source>
        <translation>Mengen von Datensätzen, auf denen wirklich mit gleich vielen Schritten trainiert wurde; die Schätzung wird an ihnen gemessen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Share of rows whose prompt lost tokens at its left end</source>
        <translation>Anteil der Zeilen, deren Eingabe am linken Ende Token verlor</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Shorter rows (token limit), a smaller batch or nf4 need less</source>
        <translation>Kürzere Zeilen (Tokengrenze), ein kleinerer Stapel oder nf4 brauchen weniger</translation>
    </message>
    <message>
        <source>Show in log</source>
        <translation>Im Protokoll zeigen</translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation>&amp;Protokoll zeigen</translation>
    </message>
    <message>
        <source>Show the curve of %1</source>
        <translation>Kurve von %1 zeigen</translation>
    </message>
    <message>
        <source>Show the last bundle in the file manager</source>
        <translation>Das letzte Bündel im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Show the stage %1</source>
        <translation>Die Stufe %1 zeigen</translation>
    </message>
    <message>
        <source>Six sets of datasets are really trained on, and the estimate is held against them</source>
        <translation>Auf sechs Mengen von Datensätzen wird wirklich trainiert und die Schätzung daran gemessen</translation>
    </message>
    <message>
        <source>Six stages</source>
        <translation>Sechs Stufen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Sketch size</source>
        <translation>Skizzengröße</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Kleinste</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glätten</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Sources by their help</source>
        <translation>Quellen nach ihrer Hilfe</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Split shown</source>
        <translation>Gezeigter Teil</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>Anhalten und sichern</translation>
    </message>
    <message>
        <source>Stop training within one step; what was learned is kept</source>
        <translation>Training innerhalb eines Schritts anhalten; was gelernt wurde, bleibt</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>Früh beendet</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Stretched: rank, do not quote</source>
        <translation>Überdehnt: ordnen, nicht zitieren</translation>
    </message>
    <message>
        <source>Subset size</source>
        <translation>Größe der Teilmengen</translation>
    </message>
    <message>
        <source>Subsets</source>
        <translation>Teilmengen</translation>
    </message>
    <message>
        <source>Sum over groups of the affinity inside, by group size (method, section 8)</source>
        <translation>Summe der Affinität in den Gruppen, geteilt durch ihre Größe (Methode, Abschnitt 8)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Table (*.tsv)</source>
        <translation>Tabelle (*.tsv)</translation>
    </message>
    <message>
        <source>Table of systems</source>
        <translation>Tabelle der Systeme</translation>
    </message>
    <message>
        <source>Tables and cards</source>
        <translation>Tabellen und Karten</translation>
    </message>
    <message>
        <source>Take in %1</source>
        <translation>%1 aufnehmen</translation>
    </message>
    <message>
        <source>Take in an &amp;adapter…</source>
        <translation>&amp;Adapter aufnehmen …</translation>
    </message>
    <message>
        <source>Take in an adapter</source>
        <translation>Adapter aufnehmen</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Takes over what changed on disk</source>
        <translation>Übernimmt, was sich auf der Platte geändert hat</translation>
    </message>
    <message>
        <source>Takes the chosen datasets out of the project; can be undone</source>
        <translation>Nimmt die gewählten Datensätze aus dem Projekt; kann rückgängig gemacht werden</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Target field</source>
        <translation>Zielfeld</translation>
    </message>
    <message>
        <source>Target mode</source>
        <translation>Zielmodus</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Test accuracy %</source>
        <translation>Test-Genauigkeit %</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>Testverlust</translation>
    </message>
    <message>
        <source>Test rows seen in training</source>
        <translation>Testzeilen, die im Training stehen</translation>
    </message>
    <message>
        <source>Test rows. Bars: 95 % bootstrap interval, one scale a column. Bold: best.</source>
        <translation>Testzeilen. Balken: 95-%-Bootstrap-Intervall, eine Skala je Spalte. Fett: bestes.</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>Testanteil</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Text to try</source>
        <translation>Text zum Ausprobieren</translation>
    </message>
    <message>
        <source>Text, labels, chats or choices in any common file. Schema and splits are found for you.</source>
        <translation>Text, Klassen, Gespräche oder Auswahl in jeder üblichen Datei. Schema und Teile werden gefunden.</translation>
    </message>
    <message>
        <source>The bundle holds the merged adapter, every member, the ensemble's weights and a certificate that replays rows from the written files.</source>
        <translation>Das Bündel enthält den verschmolzenen Adapter, jedes Mitglied, die Gewichte des Ensembles und ein Zertifikat, das Zeilen aus den geschriebenen Dateien wiederholt.</translation>
    </message>
    <message>
        <source>The dataset that is predicted to do worst</source>
        <translation>Der Datensatz, dem das schlechteste Ergebnis vorhergesagt wird</translation>
    </message>
    <message>
        <source>The datasets changed, their affinity is old</source>
        <translation>Die Datensätze haben sich geändert, ihre Affinität ist alt</translation>
    </message>
    <message>
        <source>The diagnostics could not be saved</source>
        <translation>Die Diagnose konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>The first-order model counts as linear up to an error of 3 %</source>
        <translation>Das Modell erster Ordnung gilt bis zu einem Fehler von 3 % als linear</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
        <source>The loss counts this token</source>
        <translation>Der Verlust zählt dieses Token</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>Der nächste Schritt</translation>
    </message>
    <message>
        <source>The offline manual</source>
        <translation>Das Handbuch, ohne Netz</translation>
    </message>
    <message>
        <source>The project cannot be read</source>
        <translation>Das Projekt kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The project keeps the rows as they were read. %1</source>
        <translation>Das Projekt behält die Zeilen, wie sie gelesen wurden. %1</translation>
    </message>
    <message>
        <source>The project needs a folder that does not exist yet.</source>
        <translation>Das Projekt braucht einen Ordner, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>The same if everything else is there already (leave-one-out)</source>
        <translation>Dasselbe, wenn alles andere schon da ist (Leave-one-out)</translation>
    </message>
    <message>
        <source>The smallest number of groups whose mean is within one standard error of the best</source>
        <translation>Die kleinste Zahl von Gruppen, deren Mittel innerhalb eines Standardfehlers der besten liegt</translation>
    </message>
    <message>
        <source>The table could not be written</source>
        <translation>Die Tabelle konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The table shows the ensemble as it was. Evaluating again takes only the datasets that changed.</source>
        <translation>Die Tabelle zeigt das Ensemble, wie es war. Neu ausgewertet werden nur die Datensätze, die sich geändert haben.</translation>
    </message>
    <message>
        <source>The target alone</source>
        <translation>Das Ziel allein</translation>
    </message>
    <message>
        <source>The weights changed since these scores</source>
        <translation>Die Gewichte haben sich seit diesen Ergebnissen geändert</translation>
    </message>
    <message>
        <source>The window can go on with them out of sight, or stop within one step and keep what was reached. The next start resumes.</source>
        <translation>Das Fenster kann mit ihnen im Hintergrund weiterlaufen oder innerhalb eines Schritts anhalten und das Erreichte behalten. Der nächste Start setzt fort.</translation>
    </message>
    <message>
        <source>The window without a frame</source>
        <translation>Das Fenster ohne Rahmen</translation>
    </message>
    <message>
        <source>Their answer does not fit the token limit</source>
        <translation>Ihre Antwort passt nicht in die Tokengrenze</translation>
    </message>
    <message>
        <source>These keys belong to "%1". Choose others.</source>
        <translation>Diese Tasten gehören zu „%1“. Andere wählen.</translation>
    </message>
    <message>
        <source>These options do not fit the rows</source>
        <translation>Diese Optionen passen nicht zu den Zeilen</translation>
    </message>
    <message>
        <source>They need about %1 more.</source>
        <translation>Sie brauchen noch etwa %1.</translation>
    </message>
    <message>
        <source>This button is always what comes next. The whole sample takes about five minutes.</source>
        <translation>Dieser Knopf ist immer das, was als Nächstes kommt. Das ganze Beispiel dauert etwa fünf Minuten.</translation>
    </message>
    <message>
        <source>This could not be computed</source>
        <translation>Das konnte nicht berechnet werden</translation>
    </message>
    <message>
        <source>Tick datasets to see what training on them together is predicted to give.</source>
        <translation>Datensätze ankreuzen, um zu sehen, was gemeinsames Training vorhergesagt bringt.</translation>
    </message>
    <message>
        <source>Ticked: mean %1, %2 against alone</source>
        <translation>Angekreuzt: Mittel %1, %2 gegen allein</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time that training this group takes</source>
        <translation>Zeit, die das Training dieser Gruppe dauert</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Token limit</source>
        <translation>Tokengrenze</translation>
    </message>
    <message>
        <source>Tokenizer and templates</source>
        <translation>Tokenizer und Vorlagen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Tokens of the row</source>
        <translation>Token der Zeile</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>Token/s</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message numerus='yes'>
        <source>Train %n groups</source>
        <translation><numerusform>%n Gruppe trainieren</numerusform><numerusform>%n Gruppen trainieren</numerusform></translation>
    </message>
    <message>
        <source>Train earlier</source>
        <translation>Früher trainieren</translation>
    </message>
    <message>
        <source>Train later</source>
        <translation>Später trainieren</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Train the baselines too</source>
        <translation>Auch die Vergleichswerte trainieren</translation>
    </message>
    <message>
        <source>Train the groups</source>
        <translation>Gruppen trainieren</translation>
    </message>
    <message>
        <source>Train the groups first</source>
        <translation>Zuerst die Gruppen trainieren</translation>
    </message>
    <message>
        <source>Train the selection</source>
        <translation>Die Auswahl trainieren</translation>
    </message>
    <message>
        <source>Train together</source>
        <translation>Zusammen trainieren</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert auf</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Im Training</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Training loss as a table</source>
        <translation>Trainingsverlust als Tabelle</translation>
    </message>
    <message>
        <source>Training loss by optimiser step</source>
        <translation>Trainingsverlust je Optimierungsschritt</translation>
    </message>
    <message>
        <source>Training options</source>
        <translation>Trainingsoptionen</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>Trainingszeit</translation>
    </message>
    <message>
        <source>Trust meter</source>
        <translation>Vertrauensmesser</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Type a command or the name of a dataset, group or run</source>
        <translation>Einen Befehl oder den Namen eines Datensatzes, einer Gruppe oder eines Laufs eingeben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Alle abwählen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Val.</translation>
    </message>
    <message>
        <source>Valid loss</source>
        <translation>Val.-Verlust</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>Validieren alle</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>Validation row</source>
        <translation>Validierungszeile</translation>
    </message>
    <message>
        <source>Validation row of %1</source>
        <translation>Validierungszeile von %1</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>Validierungsanteil</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>Versionen und Lizenzen</translation>
    </message>
    <message>
        <source>Versions, log and settings in one file, without any text of your datasets</source>
        <translation>Versionen, Protokoll und Einstellungen in einer Datei, ohne Text aus den Datensätzen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>View as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Vs alone</source>
        <translation>Gegen allein</translation>
    </message>
    <message>
        <source>Vs one for all</source>
        <translation>Gegen einer für alle</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Warm-up share</source>
        <translation>Anteil des Anlaufs</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Weigh by the &amp;prompt</source>
        <translation>Nach dem &amp;Prompt gewichten</translation>
    </message>
    <message>
        <source>Weigh by the prompt</source>
        <translation>Nach dem Prompt gewichten</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>Weight mixer</source>
        <translation>Gewichtsmischer</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>Gewicht von %1</translation>
    </message>
    <message>
        <source>Weight of the past in the moving average: 0 shows the raw values</source>
        <translation>Gewicht der Vergangenheit im gleitenden Mittel: 0 zeigt die Rohwerte</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>What did not change is kept and reused.</source>
        <translation>Was sich nicht geändert hat, wird behalten und wiederverwendet.</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>What each dataset is estimated to bring to the others, in nats of their validation loss: above 0 helps. Nothing was trained for it.</source>
        <translation>Was jeder Datensatz den anderen schätzungsweise bringt, in Nat ihres Validierungsverlusts: über 0 hilft. Dafür wurde nichts trainiert.</translation>
    </message>
    <message>
        <source>What every dataset brings</source>
        <translation>Was jeder Datensatz bringt</translation>
    </message>
    <message>
        <source>What every dataset would reach after fine-tuning on the ticked ones together: the first-order model, fitted to exactly these datasets (method, section 5). Seconds of regression, nothing is trained.</source>
        <translation>Was jeder Datensatz nach gemeinsamem Feintuning auf den angehakten erreichte: das Modell erster Ordnung, auf genau diese Datensätze angepasst (Methode, Abschnitt 5). Sekunden Regression, nichts wird trainiert.</translation>
    </message>
    <message>
        <source>What is dataset affinity?</source>
        <translation>Was ist Datensatz-Affinität?</translation>
    </message>
    <message>
        <source>What runs</source>
        <translation>Was läuft</translation>
    </message>
    <message>
        <source>What the curve and the price tag show, and what refined climbs</source>
        <translation>Was Kurve und Preisschild zeigen, und worauf refined klettert</translation>
    </message>
    <message>
        <source>What three epochs over its rows take here</source>
        <translation>Was drei Epochen über seine Zeilen hier dauern</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Was geschrieben wurde</translation>
    </message>
    <message>
        <source>What's &amp;this?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
    <message>
        <source>What-if bench</source>
        <translation>Was-wäre-wenn</translation>
    </message>
    <message>
        <source>Where the bundle is used</source>
        <translation>Wo das Bündel benutzt wird</translation>
    </message>
    <message>
        <source>Which examples</source>
        <translation>Welche Beispiele</translation>
    </message>
    <message>
        <source>Which sources help one dataset?</source>
        <translation>Welche Quellen helfen einem Datensatz?</translation>
    </message>
    <message>
        <source>Without this member the others, fitted again, lose %1 nats of validation loss.</source>
        <translation>Ohne dieses Mitglied verlieren die anderen, neu angepasst, %1 Nat Validierungsverlust.</translation>
    </message>
    <message>
        <source>Work is going on</source>
        <translation>Es wird gearbeitet</translation>
    </message>
    <message>
        <source>Works offline. Sends nothing.</source>
        <translation>Arbeitet ohne Netz. Verschickt nichts.</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>Schlechteste</translation>
    </message>
    <message>
        <source>Worst, %1</source>
        <translation>Schlechtester, %1</translation>
    </message>
    <message>
        <source>Worth of the members</source>
        <translation>Wert der Mitglieder</translation>
    </message>
    <message>
        <source>Write a text of this dataset</source>
        <translation>Einen Text dieses Datensatzes schreiben</translation>
    </message>
    <message>
        <source>Write the weighted ensemble as files that others load</source>
        <translation>Das gewichtete Ensemble als Dateien schreiben, die andere laden</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Written artefact</source>
        <translation>Geschriebenes</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message numerus='yes'>
        <source>and %n more</source>
        <translation><numerusform>und %n weiterer</numerusform><numerusform>und %n weitere</numerusform></translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>as trained</source>
        <translation>wie trainiert</translation>
    </message>
    <message>
        <source>by the prompt</source>
        <translation>nach dem Prompt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>prüft</translation>
    </message>
    <message>
        <source>chosen by validation loss</source>
        <translation>gewählt nach Validierungsverlust</translation>
    </message>
    <message>
        <source>copying</source>
        <translation>kopiert</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>gekürzt</translation>
    </message>
    <message>
        <source>decided by the engine</source>
        <translation>entscheidet das Programm</translation>
    </message>
    <message>
        <source>density %1</source>
        <translation>Dichte %1</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>erkannt</translation>
    </message>
    <message>
        <source>distance from the start</source>
        <translation>Abstand vom Start</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>ensemble in the project</source>
        <translation>Ensemble im Projekt</translation>
    </message>
    <message>
        <source>ensemble.py, weights per dataset</source>
        <translation>ensemble.py, Gewichte je Datensatz</translation>
    </message>
    <message>
        <source>estimated loss</source>
        <translation>geschätzter Verlust</translation>
    </message>
    <message>
        <source>finished %1</source>
        <translation>beendet %1</translation>
    </message>
    <message>
        <source>free text</source>
        <translation>freier Text</translation>
    </message>
    <message>
        <source>fresh: the new adapter; warmed: after a short joint training</source>
        <translation>fresh: der neue Adapter; warmed: nach einem kurzen gemeinsamen Training</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>grouping</source>
        <translation>gruppiert</translation>
    </message>
    <message>
        <source>hand</source>
        <translation>Hand</translation>
    </message>
    <message>
        <source>helps</source>
        <translation>hilft</translation>
    </message>
    <message>
        <source>hurts</source>
        <translation>schadet</translation>
    </message>
    <message>
        <source>knee</source>
        <translation>Knie</translation>
    </message>
    <message>
        <source>learning-rate test</source>
        <translation>Lernraten-Test</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>mean cross-entropy of the targets, natural logarithm</source>
        <translation>mittlere Kreuzentropie der Ziele, natürlicher Logarithmus</translation>
    </message>
    <message>
        <source>mean of ((h0 + g·Δ − h) / max(|h|, |h0|))² where fine-tuning on everything would go (method, section 6)</source>
        <translation>Mittel von ((h0 + g·Δ − h) / max(|h|, |h0|))², wohin das Training auf allem ginge (Methode, Abschnitt 6)</translation>
    </message>
    <message>
        <source>measured loss</source>
        <translation>gemessener Verlust</translation>
    </message>
    <message>
        <source>more labels</source>
        <translation>weitere Klassen</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>no points yet</source>
        <translation>noch keine Punkte</translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>one adapter for all: %1</source>
        <translation>ein Adapter für alle: %1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>optimiser step</source>
        <translation>Optimierungsschritt</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>p(right)</source>
        <translation>p(richtig)</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>roh</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>liest</translation>
    </message>
    <message>
        <source>real fine-tunings</source>
        <translation>wirkliche Feinabstimmungen</translation>
    </message>
    <message>
        <source>row gains from
column joining it</source>
        <translation>Zeile gewinnt, wenn
Spalte dazukommt</translation>
    </message>
    <message>
        <source>row gains from a pair
with the column</source>
        <translation>Zeile gewinnt im Paar
mit der Spalte</translation>
    </message>
    <message>
        <source>rows replayed from the written files, %1</source>
        <translation>Zeilen aus den geschriebenen Dateien wiederholt, %1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>runs.sqlite, affinity, certificate, licences</source>
        <translation>runs.sqlite, Affinität, Zertifikat, Lizenzen</translation>
    </message>
    <message>
        <source>scoring</source>
        <translation>bewertet</translation>
    </message>
    <message>
        <source>share of the row's rows
also in the column</source>
        <translation>Anteil der Zeilen, die
auch in der Spalte stehen</translation>
    </message>
    <message>
        <source>share of validation rows answered right, 95 % bootstrap</source>
        <translation>Anteil richtig beantworteter Validierungszeilen, 95 % Bootstrap</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>geglättet</translation>
    </message>
    <message>
        <source>step length</source>
        <translation>Schrittlänge</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>subset fits</source>
        <translation>Teilmengen-Anpassungen</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>trained adapter</source>
        <translation>trainierter Adapter</translation>
    </message>
    <message>
        <source>trained here</source>
        <translation>hier trainiert</translation>
    </message>
    <message>
        <source>training on the selection</source>
        <translation>Training auf der Auswahl</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>validation loss, %1 subsets, 95 % interval</source>
        <translation>Validierungsverlust, %1 Teilmengen, 95-%-Intervall</translation>
    </message>
    <message>
        <source>verified %1</source>
        <translation>geprüft %1</translation>
    </message>
    <message>
        <source>vs one adapter</source>
        <translation>gegen einen Adapter</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>Anlauf</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>weights of %1</source>
        <translation>Gewichte von %1</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>Δ accuracy</source>
        <translation>Δ Genauigkeit</translation>
    </message>
    <message>
        <source>Σ of weighted members</source>
        <translation>Σ der gewichteten Mitglieder</translation>
    </message>
    <message>
        <source>Σ rank</source>
        <translation>Σ Rang</translation>
    </message>
    <message>
        <source>Σ rank: %1 → %2</source>
        <translation>Σ Rang: %1 → %2</translation>
    </message>
    <message>
        <source>Σ rank: sum of the members' ranks. vLLM accepts up to 512.</source>
        <translation>Σ Rang: Summe der Ränge der Mitglieder. vLLM nimmt bis zu 512 an.</translation>
    </message>
    <message>
        <source>Σ(f̂ − f)² / Σf² over the datasets inside the probed sets; membership alone: %1</source>
        <translation>Σ(f̂ − f)² / Σf² über die Datensätze in den geprobten Mengen; allein aus der Zugehörigkeit: %1</translation>
    </message>
</context>
</TS>
