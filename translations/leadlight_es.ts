<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>FilesPage</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> y %n más</numerusform>
            <numerusform> y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1%</source>
        <extracomment>A share in percent; %1 is the number. Spanish puts a narrow space before the sign.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 pts</source>
        <extracomment>A difference of two shares in percentage points</extracomment>
        <translation>%1 pts</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 bytes</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 a %3)</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>Convertidos</translation>
    </message>
    <message>
        <source>target: %1</source>
        <translation>objetivo: %1</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>Conversión</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Puntuación media</translation>
    </message>
    <message>
        <source>%1 scored</source>
        <translation>%1 puntuados</translation>
    </message>
    <message>
        <source>Source performance</source>
        <translation>Rendimiento por origen</translation>
    </message>
    <message>
        <source>Leads by %1, the converted ones dark; conversion with its 95% interval</source>
        <translation>Leads por %1, los convertidos en oscuro; conversión con su intervalo del 95 %</translation>
    </message>
    <message>
        <source>and %1 more values</source>
        <translation>y %1 valores más</translation>
    </message>
    <message>
        <source>Score distribution</source>
        <translation>Distribución de la puntuación</translation>
    </message>
    <message>
        <source>Leads by score, %1</source>
        <translation>Leads por puntuación, %1</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Bandas</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Banda</translation>
    </message>
    <message>
        <source>From score</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Load history</source>
        <translation>Historial de cargas</translation>
    </message>
    <message>
        <source>every attempt, kept for ever</source>
        <translation>cada intento, para siempre</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevos</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazadas</translation>
    </message>
    <message>
        <source>Dataset %1</source>
        <translation>Conjunto %1</translation>
    </message>
    <message>
        <source>load %1, %2</source>
        <translation>carga %1, %2</translation>
    </message>
    <message>
        <source>scorecard %1 v%2</source>
        <translation>tarjeta %1 v%2</translation>
    </message>
    <message>
        <source>Lead report</source>
        <translation>Informe de leads</translation>
    </message>
    <message>
        <source>No leads yet.</source>
        <translation>Aún no hay leads.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>No se pudo escribir %1.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>%1 new</source>
        <translation>
            <numerusform>%1 nuevo</numerusform>
            <numerusform>%1 nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changed</source>
        <translation>
            <numerusform>%1 cambiado</numerusform>
            <numerusform>%1 cambiados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 unchanged</source>
        <translation>
            <numerusform>%1 sin cambios</numerusform>
            <numerusform>%1 sin cambios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 replaced within the file</source>
        <translation>
            <numerusform>%1 sustituido en el archivo</numerusform>
            <numerusform>%1 sustituidos en el archivo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rejected</source>
        <translation>
            <numerusform>%1 rechazado</numerusform>
            <numerusform>%1 rechazados</numerusform>
        </translation>
    </message>
    <message>
        <source>The file</source>
        <translation>El archivo</translation>
    </message>
    <message>
        <source>%1 is not there any more. Nothing was loaded.</source>
        <translation>%1 ya no está. No se cargó nada.</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose the files in it.</source>
        <translation>%1 es una carpeta. Elija los archivos que contiene.</translation>
    </message>
    <message>
        <source>%1 may not be read or written by this user.</source>
        <translation>Este usuario no puede leer ni escribir %1.</translation>
    </message>
    <message>
        <source>%1 could not be read or written to its end. Nothing was changed.</source>
        <translation>%1 no se pudo leer o escribir hasta el final. No se cambió nada.</translation>
    </message>
    <message>
        <source>%1 holds no leads.</source>
        <translation>%1 no contiene leads.</translation>
    </message>
    <message>
        <source>%1 is not a lead file. Leadlight reads CSV, TSV, JSON and NDJSON, also as .gz.</source>
        <translation>%1 no es un archivo de leads. Leadlight lee CSV, TSV, JSON y NDJSON, también como .gz.</translation>
    </message>
    <message>
        <source>%1 is damaged: its compressed data fail their own check. Nothing was loaded.</source>
        <translation>%1 está dañado: sus datos comprimidos no superan su propia comprobación. No se cargó nada.</translation>
    </message>
    <message>
        <source>%1 cannot be read as a whole. Nothing was loaded.</source>
        <translation>%1 no se puede leer completo. No se cargó nada.</translation>
    </message>
    <message>
        <source>%1 changed while it was read. Nothing was loaded; load it again.</source>
        <translation>%1 cambió mientras se leía. No se cargó nada; cárguelo de nuevo.</translation>
    </message>
    <message>
        <source>%1 has more rejected rows than allowed. Nothing was loaded.</source>
        <translation>%1 tiene más filas rechazadas de las permitidas. No se cargó nada.</translation>
    </message>
    <message>
        <source>%1 shares no column with this dataset, so nothing was loaded. Load it into a store of its own.</source>
        <translation>%1 no comparte ninguna columna con este conjunto: no se cargó nada. Cárguelo en un almacén propio.</translation>
    </message>
    <message>
        <source>%1: the rows do not add up, so nothing was loaded.</source>
        <translation>%1: las filas no cuadran, así que no se cargó nada.</translation>
    </message>
    <message>
        <source>A quote is opened and never closed.</source>
        <translation>Se abre una comilla y nunca se cierra.</translation>
    </message>
    <message>
        <source>A quote stands in the middle of a field.</source>
        <translation>Hay una comilla en medio de un campo.</translation>
    </message>
    <message>
        <source>The bytes are not UTF-8.</source>
        <translation>Los bytes no son UTF-8.</translation>
    </message>
    <message>
        <source>The row holds a zero byte.</source>
        <translation>La fila contiene un byte cero.</translation>
    </message>
    <message>
        <source>This is not JSON.</source>
        <translation>Esto no es JSON.</translation>
    </message>
    <message>
        <source>The record is nested too deeply.</source>
        <translation>El registro tiene demasiados niveles anidados.</translation>
    </message>
    <message>
        <source>The record names a column twice.</source>
        <translation>El registro nombra una columna dos veces.</translation>
    </message>
    <message>
        <source>The record is no JSON object.</source>
        <translation>El registro no es un objeto JSON.</translation>
    </message>
    <message>
        <source>The key is empty.</source>
        <translation>La clave está vacía.</translation>
    </message>
    <message>
        <source>The record is larger than the limit.</source>
        <translation>El registro supera el tamaño límite.</translation>
    </message>
    <message>
        <source>%1 fields, %2 expected.</source>
        <translation>%1 campos, se esperaban %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole number.</source>
        <translation>«%1» no es un número entero.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number.</source>
        <translation>«%1» no es un número.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date.</source>
        <translation>«%1» no es una fecha.</translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation>No se guardó nada.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Línea %1: %2</translation>
    </message>
    <message>
        <source>Stopped. Everything is as it was.</source>
        <translation>Detenido. Todo está como antes.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed.</source>
        <translation>El disco está lleno. No se cambió nada.</translation>
    </message>
    <message>
        <source>This store was written by a newer version of Leadlight. Update the program to open it.</source>
        <translation>Este almacén lo escribió una versión más nueva de Leadlight. Actualice el programa para abrirlo.</translation>
    </message>
    <message>
        <source>%1 is no store that Leadlight can read. Choose another file.</source>
        <translation>%1 no es un almacén que Leadlight pueda leer. Elija otro archivo.</translation>
    </message>
    <message>
        <source>Another program holds the store. Close it there and try again.</source>
        <translation>Otro programa ocupa el almacén. Ciérrelo allí e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Later loads build on this one. Undo them first.</source>
        <translation>Cargas posteriores se apoyan en esta. Deshágalas primero.</translation>
    </message>
    <message>
        <source>There is no load %1.</source>
        <translation>No hay carga %1.</translation>
    </message>
    <message>
        <source>There is no column %1.</source>
        <translation>No hay columna %1.</translation>
    </message>
    <message>
        <source>There is no scorecard %1.</source>
        <translation>No hay tarjeta %1.</translation>
    </message>
    <message>
        <source>There is no lead %1.</source>
        <translation>No hay lead %1.</translation>
    </message>
    <message>
        <source>The scorecard cannot be accepted: %1</source>
        <translation>No se puede aceptar la tarjeta: %1</translation>
    </message>
    <message>
        <source>The filter cannot be read: %1</source>
        <translation>No se puede leer el filtro: %1</translation>
    </message>
    <message>
        <source>Same content as load %1, so nothing was loaded twice.</source>
        <translation>Mismo contenido que la carga %1: no se cargó dos veces.</translation>
    </message>
    <message>
        <source>Nothing was loaded twice.</source>
        <translation>No se cargó dos veces.</translation>
    </message>
    <message>
        <source>Taken back: every lead is as it was before.</source>
        <translation>Deshecha: cada lead está como antes.</translation>
    </message>
    <message numerus="yes">
        <source>%1 columns</source>
        <translation>
            <numerusform>%1 columna</numerusform>
            <numerusform>%1 columnas</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing rejected</source>
        <translation>nada rechazado</translation>
    </message>
    <message>
        <source>Loaded %1: %2.</source>
        <translation>%1 cargado: %2.</translation>
    </message>
    <message>
        <source>Load %1 is undone: %2 leads removed, %3 as they were before.</source>
        <translation>Carga %1 deshecha: %2 leads quitados, %3 como antes.</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>cargado</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitido</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>comprobado</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>deshecho</translation>
    </message>
    <message>
        <source>proving the columns</source>
        <translation>comprobando las columnas</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>cargando</translation>
    </message>
    <message>
        <source>building the index</source>
        <translation>creando el índice</translation>
    </message>
    <message>
        <source>writing to disk</source>
        <translation>escribiendo en disco</translation>
    </message>
    <message>
        <source>scoring</source>
        <translation>puntuando</translation>
    </message>
    <message>
        <source>reading the leads</source>
        <translation>leyendo los leads</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>Número entero</translation>
    </message>
    <message>
        <source>Decimal</source>
        <translation>Decimal</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>%1 read = %2</source>
        <translation>%1 leídos = %2</translation>
    </message>
</context>
<context>
    <name>leadlight::Badge</name>
    <message>
        <source>Band %1</source>
        <translation>Banda %1</translation>
    </message>
</context>
<context>
    <name>leadlight::Card</name>
    <message>
        <source>Clear this card&apos;s filter</source>
        <translation>Quitar el filtro de esta tarjeta</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>leadlight::ChipBar</name>
    <message>
        <source>All leads</source>
        <translation>Todos los leads</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>Añadir filtro</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Quitar todo</translation>
    </message>
</context>
<context>
    <name>leadlight::ChipWidget</name>
    <message>
        <source>Filter: not %1 %2</source>
        <translation>Filtro: no %1 %2</translation>
    </message>
    <message>
        <source>Filter: %1 %2</source>
        <translation>Filtro: %1 %2</translation>
    </message>
    <message>
        <source>not</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>leadlight::DropZone</name>
    <message>
        <source>or</source>
        <extracomment>Drop lead files here [or] choose files</extracomment>
        <translation>o</translation>
    </message>
    <message>
        <source>choose files</source>
        <translation>elija archivos</translation>
    </message>
    <message>
        <source>Every row is counted, and nothing leaves this machine.</source>
        <translation>Se cuenta cada fila y nada sale de este equipo.</translation>
    </message>
    <message>
        <source>Drop lead files here</source>
        <translation>Suelte aquí archivos de leads</translation>
    </message>
    <message>
        <source>CSV, TSV, JSON, NDJSON, also compressed as .gz</source>
        <translation>CSV, TSV, JSON, NDJSON, también comprimidos como .gz</translation>
    </message>
    <message>
        <source>Let go to load</source>
        <translation>Suelte para cargar</translation>
    </message>
</context>
<context>
    <name>leadlight::FilesPage</name>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Elegir archivos</translation>
    </message>
    <message>
        <source>No leads yet. Drop a file here or try the sample.</source>
        <translation>Aún no hay leads. Suelte un archivo o pruebe el ejemplo.</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Probar el ejemplo</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniendo</translation>
    </message>
    <message>
        <source>putting everything back as it was</source>
        <translation>dejando todo como estaba</translation>
    </message>
    <message>
        <source>Load history</source>
        <translation>Historial de cargas</translation>
    </message>
    <message>
        <source>every attempt, kept for ever</source>
        <translation>cada intento, para siempre</translation>
    </message>
    <message>
        <source>Ctrl O choose files</source>
        <translation>Ctrl O elegir archivos</translation>
    </message>
    <message numerus="yes">
        <source>%1 leads from %n files</source>
        <translation>
            <numerusform>%1 leads de %n archivo</numerusform>
            <numerusform>%1 leads de %n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 filas/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>%1 is not a lead file</source>
        <translation>%1 no es un archivo de leads</translation>
    </message>
    <message>
        <source>Leadlight reads CSV, TSV, JSON and NDJSON, also as .gz</source>
        <translation>Leadlight lee CSV, TSV, JSON y NDJSON, también como .gz</translation>
    </message>
    <message>
        <source>Choose lead files</source>
        <translation>Elegir archivos de leads</translation>
    </message>
    <message>
        <source>Lead files (*.csv *.tsv *.txt *.json *.ndjson *.jsonl *.gz);;All files (*)</source>
        <translation>Archivos de leads (*.csv *.tsv *.txt *.json *.ndjson *.jsonl *.gz);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Export rejected rows</source>
        <translation>Exportar filas rechazadas</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Exportado a %1.</translation>
    </message>
    <message>
        <source>%1 could not be written. Nothing was changed.</source>
        <translation>No se pudo escribir %1. No se cambió nada.</translation>
    </message>
</context>
<context>
    <name>leadlight::LoadDetails</name>
    <message>
        <source>empty in every row</source>
        <translation>vacía en todas las filas</translation>
    </message>
    <message numerus="yes">
        <source>one value in %1 rows</source>
        <translation>
            <numerusform>un valor en %1 fila</numerusform>
            <numerusform>un valor en %1 filas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 values, no two alike</source>
        <translation>%1 valores, todos distintos</translation>
    </message>
    <message numerus="yes">
        <source>&quot;Select&quot; or the like in %1 rows</source>
        <translation>
            <numerusform>«Select» o similar en %1 fila</numerusform>
            <numerusform>«Select» o similar en %1 filas</numerusform>
        </translation>
    </message>
    <message>
        <source>filled in every row</source>
        <translation>llena en todas las filas</translation>
    </message>
    <message>
        <source>filled in %1</source>
        <translation>llena en el %1</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Evidence, from every row</source>
        <translation>Evidencia, de todas las filas</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Faltan</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Columnas del archivo</translation>
    </message>
    <message>
        <source>What this load did</source>
        <translation>Qué hizo esta carga</translation>
    </message>
    <message>
        <source>Undo this load</source>
        <translation>Deshacer esta carga</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>Carga %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 fila</numerusform>
            <numerusform>%1 filas</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns %1</source>
        <translation>Columnas %1</translation>
    </message>
    <message>
        <source>Rejected %1</source>
        <translation>Rechazadas %1</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
</context>
<context>
    <name>leadlight::LoadHistory</name>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevos</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazadas</translation>
    </message>
    <message>
        <source>Load history</source>
        <translation>Historial de cargas</translation>
    </message>
</context>
<context>
    <name>leadlight::LoadSum</name>
    <message>
        <source>new leads</source>
        <translation>leads nuevos</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiados</translation>
    </message>
    <message>
        <source>unchanged, left as they are</source>
        <translation>sin cambios, quedan igual</translation>
    </message>
    <message>
        <source>replaced by a later row of the file</source>
        <translation>sustituidos por otra fila del archivo</translation>
    </message>
    <message>
        <source>rejected, in quarantine</source>
        <translation>rechazados, en cuarentena</translation>
    </message>
</context>
<context>
    <name>leadlight::MainWindow</name>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message numerus="yes">
        <source>%1 leads</source>
        <translation>
            <numerusform>%1 lead</numerusform>
            <numerusform>%1 leads</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 leads</source>
        <translation>%1 de %2 leads</translation>
    </message>
    <message>
        <source>Load %1, %2</source>
        <translation>Carga %1, %2</translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation>Abrir un almacén</translation>
    </message>
    <message>
        <source>Leadlight stores (*.db);;All files (*)</source>
        <translation>Almacenes de Leadlight (*.db);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>leadlight::QuarantineView</name>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>The row as it came</source>
        <translation>La fila tal como llegó</translation>
    </message>
    <message>
        <source>Rows in quarantine</source>
        <translation>Filas en cuarentena</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>%1 of %2 rejected rows</source>
        <translation>%1 de %2 filas rechazadas</translation>
    </message>
    <message numerus="yes">
        <source>%1 rejected rows</source>
        <translation>
            <numerusform>%1 fila rechazada</numerusform>
            <numerusform>%1 filas rechazadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied.</source>
        <translation>
            <numerusform>%n fila copiada.</numerusform>
            <numerusform>%n filas copiadas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::Session</name>
    <message>
        <source>Reading the leads</source>
        <translation>Leyendo los leads</translation>
    </message>
    <message>
        <source>Undoing load %1</source>
        <translation>Deshaciendo la carga %1</translation>
    </message>
    <message>
        <source>Scoring all leads</source>
        <translation>Puntuando todos los leads</translation>
    </message>
    <message>
        <source>%1 is the champion now; all leads are scored with it.</source>
        <translation>%1 es ahora la campeona; todos los leads se puntúan con ella.</translation>
    </message>
    <message>
        <source>All leads are scored.</source>
        <translation>Todos los leads están puntuados.</translation>
    </message>
    <message>
        <source>Importing a scorecard</source>
        <translation>Importando una tarjeta</translation>
    </message>
    <message>
        <source>%1 is imported.</source>
        <translation>%1 está importada.</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>Cargando %1</translation>
    </message>
</context>
<context>
    <name>leadlight::SidePanel</name>
    <message>
        <source>Collapse the panel</source>
        <translation>Plegar el panel</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Conjunto de datos</translation>
    </message>
    <message>
        <source>Open another store…</source>
        <translation>Abrir otro almacén…</translation>
    </message>
    <message>
        <source>Read the store again</source>
        <translation>Leer el almacén de nuevo</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>Tarjeta de puntuación</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Stays on this machine</source>
        <translation>Todo queda en este equipo</translation>
    </message>
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
            <numerusform>%n columna</numerusform>
            <numerusform>%n columnas</numerusform>
        </translation>
    </message>
    <message>
        <source>no leads yet</source>
        <translation>aún sin leads</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>leads have no score</source>
        <translation>los leads no tienen puntuación</translation>
    </message>
    <message>
        <source>champion, v%1</source>
        <translation>campeona, v%1</translation>
    </message>
    <message>
        <source>Widen the panel</source>
        <translation>Desplegar el panel</translation>
    </message>
</context>
<context>
    <name>leadlight::StatusLine</name>
    <message>
        <source>Alt+1 to 5 pages</source>
        <translation>Alt+1 a 5 páginas</translation>
    </message>
</context>
<context>
    <name>leadlight::Toast</name>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
</context>
</TS>
