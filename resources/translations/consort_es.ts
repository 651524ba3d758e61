<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Consort</name>
    <message>
        <source> pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Hold Shift to open read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2: not defined</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus='yes'>
        <source>%1 and %n more</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>%1 apart from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no rows in this split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 helps %2 by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hurts %2 by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in group %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not writable. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the rows of %2 are also in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 subsets, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to group %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 training rows, %2 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — Consort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 … %2, 95 % bootstrap over the test rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 M parameters, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n datasets</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n groups</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n members</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>%1, row %2 of %3, %4 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 (Ctrl+%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus='yes'>
        <source>%n baselines</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n datasets</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n datasets removed</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n files</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n files, %1</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n findings</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n groups</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n groups, %1</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n items were not understood and not added</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n jobs</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n jobs are still running</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n labels</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n models</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>&amp;About Consort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add datasets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change how it is read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Estimate affinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Group datasets again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pin to group %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read again from its files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop and save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train the groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What is dataset affinity?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 of this run left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, or not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  Drop datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 datasets, small model, whole loop in 5 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  See who helps whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  Choose the groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4  Train and export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % over validation rows, the datasets fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Consort is free software under the GNU General Public License, version 3 or later.&lt;/p&gt;&lt;p&gt;After EnsembleLoRA (ACL 2025, arXiv 2505.21930) and GradEx (EMNLP Findings 2024, arXiv 2409.19458).&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Hugging Face folder with config.json, *.safetensors and tokenizer.json. It stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with a project.sqlite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with train, valid and test files, or a folder of such folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Consort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapted layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus='yes'>
        <source>Add %n items</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Add at least two datasets first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add dataset &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add dataset folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affinity estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against an adapter of its own, predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against an adapter of its own: points of accuracy, or loss where there are no choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An illustrated page of two minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the best %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the welcome page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base held as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baselines, to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of the other's validation loss per unit step down this row's own loss; above 0 harms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the bundle's &amp;files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the bundle's files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder and a base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of a base model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of the base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the groups first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on anything to learn what it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combine and evaluate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combine the members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare &amp;runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the embedded sample into a new project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole project to another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve that is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves and configuration of runs side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of the chosen runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset that is mixed for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets (*.jsonl *.json *.csv *.tsv *.parquet *.arrow *.feather *.txt *.gz *.zst);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets a group has at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets a group has at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets of group %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diverged, last good state kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the edit again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docks and sizes as they were at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, best %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a dataset to see the price before you let go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the bundle to a file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a dataset here to give it a group of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files or folders anywhere in this window: jsonl, json, csv, tsv, parquet, arrow or txt. Schema and splits are found for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate rows in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;valuate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ensemble says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ensemble, logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ensembles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error at distance %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate affinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate, group, train, evaluate and export in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimation and training that the system needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate the members first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every command and every object by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every hash and shape, and a replayed batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every system answers the test rows once: the frozen base, the baselines, each group's adapter and the ensemble.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expansion point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLOP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faithfulness certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of %1 changed on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files or folders of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the table of datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out which of your datasets help each other, train one adapter per group, and export one ensemble.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-order error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the weights and score every system on the test rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to affinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group &amp;%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by the present method and constraints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group datasets again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grouped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groupings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups are chosen from the affinity. Estimate it first: seconds, nothing is trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups datasets by how they help each other, trains one adapter per group, exports the weighted ensemble.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups: %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How %1 is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How groups are found: refined starts from the semidefinite relaxation and climbs the predicted score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure the detected schema is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure the detection is, from the columns' names and contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus='yes'>
        <source>Import %n items</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is here already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep %1 apart from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep &amp;apart from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lambda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language, text size, motion, shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest difference of a logit over the replayed rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go to add. Esc cancels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that load the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA rank %1, alpha %2 on %3; %4 layers of width %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logits ensemble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss per dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest level shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a project for a base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max |Δ logit|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean Kullback–Leibler divergence, natural logarithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean accuracy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean against one adapter for all datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean gain inside %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean loss: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean tokens a row, prompt and target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean, interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member adapter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged adapter, cat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged, cat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1 to group %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move one slider. Score, time and memory are predicted for each choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys for the selected command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No affinity yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bundle yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No datasets yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No groups yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None. Press M on a dataset to pin it, or to keep it with or apart from another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing evaluated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here can be added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing trained yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One adapter a group, in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One adapter for all datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One adapter per dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One adapter per group, in the background. The learning rate comes from a short range test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One adapter per group, weighted together, checked and ready to serve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One gradient pass over the rows of your datasets predicts every mixture of them. Nothing is trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One gradient pass predicts every mixture. No training needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One gradient per row, then every mixture is predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One per dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One point less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One point more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the Log dock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the bundle's fol&amp;der</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimise %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drop datasets and a model folder anywhere in this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlap scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEFT, exact sum of the members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEFT, one a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairwise transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak of the process while the run was trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture or table (*.png *.svg *.pdf *.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin %1 to group %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points, over the replayed rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted mean accuracy, band: 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted mean loss, band: 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of the grouping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of the right answer among the choices; free text: a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects that you open appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Properties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read %1 again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remo&amp;ve dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus='yes'>
        <source>Remove %n datasets</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Remove the constraint: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row as the model sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows a dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows in conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that datasets share, and test rows seen in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run every &amp;open step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run every open step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;diagnostics…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan for &amp;overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema, columns, template and limits of the chosen dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands   Ctrl+Shift+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands and objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of rows whose prompt lost tokens at its left end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the curve of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the last bundle in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the stage %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sketch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop training within one step; what was learned is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretched: rank, do not quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subset size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subsets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum over groups of the affinity inside, by group size (method, section 8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.tsv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables and cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes over what changed on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the chosen datasets out of the project; can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test rows seen in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test rows. Bars: 95 % bootstrap interval, one scale a column. Bold: best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text, labels, chats or choices in any common file. Schema and splits are found for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle holds the merged adapter, every member, the ensemble's weights and a certificate that replays rows from the written files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The datasets changed, their affinity is old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The diagnostics could not be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first-order model counts as linear up to an error of 3 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss counts this token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offline manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plot could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project keeps the rows as they were read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project needs a folder that does not exist yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest number of groups whose mean is within one standard error of the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table shows the ensemble as it was. Evaluating again takes only the datasets that changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights changed since these scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window can go on with them out of sight, or stop within one step and keep what was reached. The next start resumes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window without a frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their answer does not fit the token limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keys belong to "%1". Choose others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These options do not fit the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They need about %1 more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick datasets to see what training on them together is predicted to give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticked: mean %1, %2 against alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokenizer and templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus='yes'>
        <source>Train %n groups</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the groups first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss by optimiser step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a command or the name of a dataset, group or run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, log and settings in one file, without any text of your datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vs alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vs one for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight mixer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the past in the moving average: 0 shows the raw values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did not change is kept and reused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is dataset affinity?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the curve and the price tag show, and what refined climbs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What's &amp;this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What-if bench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the bundle is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work is going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works offline. Sends nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a text of this dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the weighted ensemble as files that others load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written artefact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus='yes'>
        <source>and %n more</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen by validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided by the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>detected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ensemble in the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ensemble.py, weights per dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fresh: the new adapter; warmed: after a short joint training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grouping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hurts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning-rate test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean cross-entropy of the targets, natural logarithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of ((h0 + g·Δ − h) / max(|h|, |h0|))² where fine-tuning on everything would go (method, section 6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no points yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one adapter for all: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimiser step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p(right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row gains from
column joining it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row gains from a pair
with the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows replayed from the written files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs.sqlite, affinity, certificate, licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the row's rows
also in the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of validation rows answered right, 95 % bootstrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subset fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation loss, %1 subsets, 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vs one adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δ accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ of weighted members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ rank: %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ rank: sum of the members' ranks. vLLM accepts up to 512.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
