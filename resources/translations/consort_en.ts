<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Consort</name>
    <message numerus='yes'>
        <source>%1 and %n more</source>
        <translation><numerusform>%1 and %n more</numerusform><numerusform>%1 and %n more</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n datasets</source>
        <translation><numerusform>%1, %n dataset</numerusform><numerusform>%1, %n datasets</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n groups</source>
        <translation><numerusform>%1, %n group</numerusform><numerusform>%1, %n groups</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n members</source>
        <translation><numerusform>%1, %n member</numerusform><numerusform>%1, %n members</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n baselines</source>
        <translation><numerusform>%n baseline</numerusform><numerusform>%n baselines</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n datasets</source>
        <translation><numerusform>%n dataset</numerusform><numerusform>%n datasets</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n datasets removed</source>
        <translation><numerusform>%n dataset removed</numerusform><numerusform>%n datasets removed</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n files</source>
        <translation><numerusform>%n file</numerusform><numerusform>%n files</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n files, %1</source>
        <translation><numerusform>%n file, %1</numerusform><numerusform>%n files, %1</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n findings</source>
        <translation><numerusform>%n finding</numerusform><numerusform>%n findings</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n groups</source>
        <translation><numerusform>%n group</numerusform><numerusform>%n groups</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n groups, %1</source>
        <translation><numerusform>%n group, %1</numerusform><numerusform>%n groups, %1</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n items were not understood and not added</source>
        <translation><numerusform>%n item was not understood and not added</numerusform><numerusform>%n items were not understood and not added</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n jobs</source>
        <translation><numerusform>%n job</numerusform><numerusform>%n jobs</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n jobs are still running</source>
        <translation><numerusform>%n job is still running</numerusform><numerusform>%n jobs are still running</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n labels</source>
        <translation><numerusform>%n label</numerusform><numerusform>%n labels</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n pairs of losses</source>
        <translation><numerusform>%n pair of losses</numerusform><numerusform>%n pairs of losses</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n real fine-tunings</source>
        <translation><numerusform>%n real fine-tuning</numerusform><numerusform>%n real fine-tunings</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n with findings</source>
        <translation><numerusform>%n with findings</numerusform><numerusform>%n with findings</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>Add %n items</source>
        <translation><numerusform>Add %n item</numerusform><numerusform>Add %n items</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>By other methods, %n groups</source>
        <translation><numerusform>By other methods, %n group</numerusform><numerusform>By other methods, %n groups</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>Import %n items</source>
        <translation><numerusform>Import %n item</numerusform><numerusform>Import %n items</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>Make a group of %n datasets</source>
        <translation><numerusform>Make a group of %n dataset</numerusform><numerusform>Make a group of %n datasets</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>Remove %n datasets</source>
        <translation><numerusform>Remove %n dataset</numerusform><numerusform>Remove %n datasets</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>Train %n groups</source>
        <translation><numerusform>Train %n group</numerusform><numerusform>Train %n groups</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>and %n more</source>
        <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation>
    </message>
</context>
</TS>
