<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Calls</name>
    <message numerus="yes">
        <source>%n seconds on the website</source>
        <translation>
            <numerusform>%n second on the website</numerusform>
            <numerusform>%n seconds on the website</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes on the website</source>
        <translation>
            <numerusform>%n minute on the website</numerusform>
            <numerusform>%n minutes on the website</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message numerus="yes">
        <source>%1 values with leading zeros, kept as text</source>
        <translation>
            <numerusform>%1 value with leading zeros, kept as text</numerusform>
            <numerusform>%1 values with leading zeros, kept as text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 numbers too long for a number column, kept as text</source>
        <translation>
            <numerusform>%1 number too long for a number column, kept as text</numerusform>
            <numerusform>%1 numbers too long for a number column, kept as text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 values</source>
        <translation>
            <numerusform>%1 value</numerusform>
            <numerusform>%1 values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; in %2 rows</source>
        <translation>
            <numerusform>&quot;%1&quot; in %2 row</numerusform>
            <numerusform>&quot;%1&quot; in %2 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; in %2 rows, empty in %3</source>
        <translation>
            <numerusform>&quot;%1&quot; in %2 row, empty in %3</numerusform>
            <numerusform>&quot;%1&quot; in %2 rows, empty in %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; in %2 rows, the rest is empty</source>
        <translation>
            <numerusform>&quot;%1&quot; in %2 row, the rest is empty</numerusform>
            <numerusform>&quot;%1&quot; in %2 rows, the rest is empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %1 distinct, up to %2 characters</source>
        <translation>
            <numerusform>all %1 distinct, up to %2 character</numerusform>
            <numerusform>all %1 distinct, up to %2 characters</numerusform>
        </translation>
    </message>
</context>
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
    <name>Format</name>
    <message numerus="yes">
        <source>%1 leads</source>
        <translation>
            <numerusform>%1 lead</numerusform>
            <numerusform>%1 leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeadColumnWords</name>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bands</source>
        <translation>
            <numerusform>%n bands</numerusform>
            <numerusform>%n bands</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeadInsight</name>
    <message numerus="yes">
        <source>Band %1 takes %n changes: %2.</source>
        <translation>
            <numerusform>Band %1 takes %n change: %2.</numerusform>
            <numerusform>Band %1 takes %n changes: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>Does %1 mean no answer?</source>
        <translation>
            <numerusform>Does %1 mean no answer?</numerusform>
            <numerusform>Do %1 mean no answer?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cells hold it</source>
        <translation>
            <numerusform>%1 cell holds it</numerusform>
            <numerusform>%1 cells hold it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 columns</source>
        <translation>
            <numerusform>%1 column</numerusform>
            <numerusform>%1 columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It brings %n new columns: %1</source>
        <translation>
            <numerusform>It brings a new column: %1</numerusform>
            <numerusform>It brings %n new columns: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n formulas have no result and are read as empty. Save the workbook in a spreadsheet program, which calculates them, and choose it again.</source>
        <translation>
            <numerusform>%n formula has no result and is read as empty. Save the workbook in a spreadsheet program, which calculates it, and choose it again.</numerusform>
            <numerusform>%n formulas have no result and are read as empty. Save the workbook in a spreadsheet program, which calculates them, and choose it again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoring</name>
    <message numerus="yes">
        <source>%1, %n terms</source>
        <translation>
            <numerusform>%1, %n term</numerusform>
            <numerusform>%1, %n terms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScoringCurves</name>
    <message numerus="yes">
        <source>%n groups: equal scores stay together</source>
        <translation>
            <numerusform>%n group: equal scores stay together</numerusform>
            <numerusform>%n groups: equal scores stay together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScoringRules</name>
    <message numerus="yes">
        <source>%1: %n values that no lead has.</source>
        <translation>
            <numerusform>%1: %n value that no lead has.</numerusform>
            <numerusform>%1: %n values that no lead has.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScoringTraining</name>
    <message numerus="yes">
        <source>%1 values</source>
        <translation>
            <numerusform>%1 value</numerusform>
            <numerusform>%1 values</numerusform>
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
    <message numerus="yes">
        <source>%1 fields, %2 expected.</source>
        <translation>
            <numerusform>%1 field, %2 expected.</numerusform>
            <numerusform>%1 fields, %2 expected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::CallsPage</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files written</source>
        <translation>
            <numerusform>%n file written</numerusform>
            <numerusform>%n files written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::ChartCard</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::ChartView</name>
    <message numerus="yes">
        <source>%n leads</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::FilesPage</name>
    <message numerus="yes">
        <source>%1 from %n files</source>
        <translation>
            <numerusform>%1 from %n file</numerusform>
            <numerusform>%1 from %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::FrequencyDialog</name>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::LeadsPage</name>
    <message numerus="yes">
        <source>Hide %n constant columns</source>
        <translation>
            <numerusform>Hide %n constant column</numerusform>
            <numerusform>Hide %n constant columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n constant columns hidden</source>
        <translation>
            <numerusform>%n constant column hidden</numerusform>
            <numerusform>%n constant columns hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more columns to the right</source>
        <translation>
            <numerusform>%n more column to the right</numerusform>
            <numerusform>%n more columns to the right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads copied</source>
        <translation>
            <numerusform>%n lead copied</numerusform>
            <numerusform>%n leads copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads exported to %1</source>
        <translation>
            <numerusform>%n lead exported to %1</numerusform>
            <numerusform>%n leads exported to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more →</source>
        <translation>
            <numerusform>%n more →</numerusform>
            <numerusform>%n more →</numerusform>
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
    <name>leadlight::PreviewCard</name>
    <message numerus="yes">
        <source>%n more wait</source>
        <translation>
            <numerusform>%n more waits</numerusform>
            <numerusform>%n more wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Load %1 rows</source>
        <translation>
            <numerusform>Load %1 row</numerusform>
            <numerusform>Load %1 rows</numerusform>
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
        <source>Send %n corrected rows again</source>
        <translation>
            <numerusform>Send %n corrected row again</numerusform>
            <numerusform>Send %n corrected rows again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::QuestionList</name>
    <message numerus="yes">
        <source>%n questions</source>
        <translation>
            <numerusform>One question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::ScoreLeadPage</name>
    <message numerus="yes">
        <source>%n fields used by %1 v%2</source>
        <translation>
            <numerusform>%n field used by %1 v%2</numerusform>
            <numerusform>%n fields used by %1 v%2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n columns matched</source>
        <translation>
            <numerusform>%n column matched</numerusform>
            <numerusform>%n columns matched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values do not fit and stay unknown</source>
        <translation>
            <numerusform>%n value does not fit and stays unknown</numerusform>
            <numerusform>%n values do not fit and stay unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: then %2, now %3: %4 by %n changes</source>
        <translation>
            <numerusform>%1: then %2, now %3: %4 by %n change</numerusform>
            <numerusform>%1: then %2, now %3: %4 by %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::ScoringPointsTab</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::ScoringTrainTab</name>
    <message numerus="yes">
        <source>%n columns say nothing and were left out.</source>
        <translation>
            <numerusform>%n column says nothing and was left out.</numerusform>
            <numerusform>%n columns say nothing and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::SidePanel</name>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::TrainForm</name>
    <message numerus="yes">
        <source>%n columns look written after the outcome. A scorecard that learns from them ranks the past and says nothing about new leads.</source>
        <translation>
            <numerusform>%n column looks written after the outcome. A scorecard that learns from it ranks the past and says nothing about new leads.</numerusform>
            <numerusform>%n columns look written after the outcome. A scorecard that learns from them ranks the past and says nothing about new leads.</numerusform>
        </translation>
    </message>
</context>
</TS>
