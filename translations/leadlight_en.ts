<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>FilesPage</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>%1 new</source>
        <translation>
            <numerusform>%1 new</numerusform>
            <numerusform>%1 new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changed</source>
        <translation>
            <numerusform>%1 changed</numerusform>
            <numerusform>%1 changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 unchanged</source>
        <translation>
            <numerusform>%1 unchanged</numerusform>
            <numerusform>%1 unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 replaced within the file</source>
        <translation>
            <numerusform>%1 replaced within the file</numerusform>
            <numerusform>%1 replaced within the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rejected</source>
        <translation>
            <numerusform>%1 rejected</numerusform>
            <numerusform>%1 rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 columns</source>
        <translation>
            <numerusform>%1 column</numerusform>
            <numerusform>%1 columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::FilesPage</name>
    <message numerus="yes">
        <source>%1 leads from %n files</source>
        <translation>
            <numerusform>%1 leads from %n file</numerusform>
            <numerusform>%1 leads from %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::LoadDetails</name>
    <message numerus="yes">
        <source>one value in %1 rows</source>
        <translation>
            <numerusform>one value in %1 row</numerusform>
            <numerusform>one value in %1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&quot;Select&quot; or the like in %1 rows</source>
        <translation>
            <numerusform>&quot;Select&quot; or the like in %1 row</numerusform>
            <numerusform>&quot;Select&quot; or the like in %1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::MainWindow</name>
    <message numerus="yes">
        <source>%1 leads</source>
        <translation>
            <numerusform>%1 lead</numerusform>
            <numerusform>%1 leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::QuarantineView</name>
    <message numerus="yes">
        <source>%1 rejected rows</source>
        <translation>
            <numerusform>%1 rejected row</numerusform>
            <numerusform>%1 rejected rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::SidePanel</name>
    <message numerus="yes">
        <source>%1 leads</source>
        <translation>
            <numerusform>%1 lead</numerusform>
            <numerusform>%1 leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
</TS>
