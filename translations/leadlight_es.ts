<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>Calls</name>
    <message>
        <source>Came by %1</source>
        <translation>Llegó por %1</translation>
    </message>
    <message>
        <source>Came through %1</source>
        <translation>Llegó mediante %1</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds on the website</source>
        <translation>
            <numerusform>%n segundo en la web</numerusform>
            <numerusform>%n segundos en la web</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes on the website</source>
        <translation>
            <numerusform>%n minuto en la web</numerusform>
            <numerusform>%n minutos en la web</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n visita</numerusform>
            <numerusform>%n visitas</numerusform>
        </translation>
    </message>
    <message>
        <source>Occupation: %1</source>
        <translation>Ocupación: %1</translation>
    </message>
    <message>
        <source>Last activity: %1</source>
        <translation>Última actividad: %1</translation>
    </message>
    <message>
        <source>Lives in %1</source>
        <translation>Vive en %1</translation>
    </message>
    <message>
        <source>%1: not told</source>
        <translation>%1: sin respuesta</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Banda</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 para %2</translation>
    </message>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n llamada</numerusform>
            <numerusform>%n llamadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left out: %2</source>
        <translation>%1 fuera: %2</translation>
    </message>
    <message>
        <source>do not call</source>
        <translation>no llamar</translation>
    </message>
    <message>
        <source>do not e-mail</source>
        <translation>no enviar correo</translation>
    </message>
    <message>
        <source>converted already</source>
        <translation>ya convertidos</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>sin puntuación</translation>
    </message>
    <message>
        <source>%1 for later</source>
        <translation>%1 para después</translation>
    </message>
    <message>
        <source>Nobody is left out.</source>
        <translation>No queda nadie fuera.</translation>
    </message>
    <message>
        <source>Call list</source>
        <translation>Lista de llamadas</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Fuera</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>all leads</source>
        <translation>todos los leads</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>Tarjeta de puntuación</translation>
    </message>
    <message>
        <source>Latest load</source>
        <translation>Última carga</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Escrito</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Calls of %1</source>
        <translation>Llamadas de %1</translation>
    </message>
    <message>
        <source>Last notable activity: %1</source>
        <translation>Última actividad destacada: %1</translation>
    </message>
</context>
<context>
    <name>CallsTable</name>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Punt. media</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Banda</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>n = %1 of %2</source>
        <translation>n = %1 de %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>Leads per day</source>
        <translation>Leads por día</translation>
    </message>
    <message>
        <source>Leads per week</source>
        <translation>Leads por semana</translation>
    </message>
    <message>
        <source>Leads per month</source>
        <translation>Leads por mes</translation>
    </message>
    <message>
        <source>Leads per year</source>
        <translation>Leads por año</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>Days from %1 to %2, converted leads</source>
        <translation>Días de %1 a %2, leads convertidos</translation>
    </message>
</context>
<context>
    <name>ChartTable</name>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>All leads</source>
        <translation>Todos los leads</translation>
    </message>
    <message>
        <source>Passing</source>
        <translation>Cumplen</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>Convertidos</translation>
    </message>
    <message>
        <source>Conversion, %</source>
        <translation>Conversión, %</translation>
    </message>
    <message>
        <source>95% from, %</source>
        <translation>95&#x202f;% desde, %</translation>
    </message>
    <message>
        <source>95% to, %</source>
        <translation>95&#x202f;% hasta, %</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Puntuación media</translation>
    </message>
    <message>
        <source>%1, all leads</source>
        <translation>%1, todos los leads</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 o más</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>menos de %1</translation>
    </message>
</context>
<context>
    <name>ChartsKpis</name>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>against all leads</source>
        <translation>frente a todos los leads</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>%1 of all leads</source>
        <translation>%1 de todos los leads</translation>
    </message>
    <message>
        <source>one row per %1</source>
        <translation>una fila por %1</translation>
    </message>
    <message>
        <source>every row is a lead</source>
        <translation>cada fila es un lead</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>Convertidos</translation>
    </message>
    <message>
        <source>target: %1 = %2</source>
        <translation>objetivo: %1 = %2</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>Conversión</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>too few for a rate</source>
        <translation>muy pocos para una tasa</translation>
    </message>
    <message>
        <source>95%: %1</source>
        <translation>95&#x202f;%: %1</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Puntuación media</translation>
    </message>
    <message>
        <source>by %1 v%2</source>
        <translation>con %1 v%2</translation>
    </message>
    <message>
        <source>Band %1</source>
        <translation>Banda %1</translation>
    </message>
    <message>
        <source>%1 convert</source>
        <translation>%1 convierten</translation>
    </message>
    <message>
        <source>%1 of these leads</source>
        <translation>%1 de estos leads</translation>
    </message>
    <message>
        <source>Still to win in band %1</source>
        <translation>Por ganar en la banda %1</translation>
    </message>
    <message>
        <source>Open in Leads</source>
        <translation>Abrir en Leads</translation>
    </message>
    <message>
        <source>no leads</source>
        <translation>sin leads</translation>
    </message>
    <message>
        <source>by the champion</source>
        <translation>con la campeona</translation>
    </message>
</context>
<context>
    <name>ChartsModels</name>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>%1 other values</source>
        <translation>%1 valores más</translation>
    </message>
</context>
<context>
    <name>ChartsPlan</name>
    <message>
        <source>Source performance</source>
        <translation>Rendimiento por origen</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Última actividad</translation>
    </message>
    <message>
        <source>Conversion by occupation</source>
        <translation>Conversión por ocupación</translation>
    </message>
    <message>
        <source>Conversion by stage</source>
        <translation>Conversión por etapa</translation>
    </message>
    <message>
        <source>Total time on website</source>
        <translation>Tiempo total en el sitio web</translation>
    </message>
    <message>
        <source>Conversion by %1</source>
        <translation>Conversión por %1</translation>
    </message>
    <message>
        <source>Leads over time, by %1</source>
        <translation>Leads en el tiempo, por %1</translation>
    </message>
    <message>
        <source>Leads by %1</source>
        <translation>Leads por %1</translation>
    </message>
    <message>
        <source>Score distribution</source>
        <translation>Distribución de la puntuación</translation>
    </message>
    <message>
        <source>Funnel by %1</source>
        <translation>Embudo por %1</translation>
    </message>
    <message>
        <source>Conversion by score band</source>
        <translation>Conversión por banda de puntuación</translation>
    </message>
    <message>
        <source>Mean score by %1</source>
        <translation>Puntuación media por %1</translation>
    </message>
    <message>
        <source>Sum of %1 by %2</source>
        <translation>Suma de %1 por %2</translation>
    </message>
    <message>
        <source>Mean of %1 by %2</source>
        <translation>Media de %1 por %2</translation>
    </message>
    <message>
        <source>Time to convert</source>
        <translation>Tiempo hasta convertir</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 y %2</translation>
    </message>
</context>
<context>
    <name>ChartsStamp</name>
    <message>
        <source>no filter</source>
        <translation>sin filtro</translation>
    </message>
    <message>
        <source>not %1 %2</source>
        <translation>no %1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filtro: %1</translation>
    </message>
    <message>
        <source>%1 of %2 leads</source>
        <translation>%1 de %2 leads</translation>
    </message>
    <message>
        <source>scorecard %1 v%2</source>
        <translation>tarjeta %1 v%2</translation>
    </message>
    <message>
        <source>load %1, %2</source>
        <translation>carga %1, %2</translation>
    </message>
</context>
<context>
    <name>ChartsTables</name>
    <message>
        <source>%1 other values</source>
        <translation>%1 valores más</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Puntuación media</translation>
    </message>
    <message>
        <source>Sum of %1</source>
        <translation>Suma de %1</translation>
    </message>
    <message>
        <source>Mean of %1</source>
        <translation>Media de %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ConditionChips</name>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 y %2 más</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Banda</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtro</translation>
    </message>
    <message>
        <source>Days to convert</source>
        <translation>Días hasta convertir</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>%1 %2 and %3 %4 differ only in capitals</source>
        <translation>%1 %2 y %3 %4 solo difieren en las mayúsculas</translation>
    </message>
    <message>
        <source>year first</source>
        <translation>año primero</translation>
    </message>
    <message>
        <source>day first</source>
        <translation>día primero</translation>
    </message>
    <message>
        <source>month first</source>
        <translation>mes primero</translation>
    </message>
    <message>
        <source>%1 of %2 whole</source>
        <translation>%1 de %2 enteros</translation>
    </message>
    <message>
        <source>comma as decimal mark</source>
        <translation>coma decimal</translation>
    </message>
    <message>
        <source>point as decimal mark</source>
        <translation>punto decimal</translation>
    </message>
    <message>
        <source>all distinct</source>
        <translation>todos distintos</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>day first or month first: no day is above 12, such as %1</source>
        <translation>día primero o mes primero: ningún día pasa de 12, como %1</translation>
    </message>
    <message>
        <source>%1 dates, %2, %3 to %4</source>
        <translation>%1 fechas, %2, de %3 a %4</translation>
    </message>
    <message numerus="yes">
        <source>all %1 distinct, up to %2 characters</source>
        <translation>
            <numerusform>los %1 distintos, hasta %2 carácter</numerusform>
            <numerusform>los %1 distintos, hasta %2 caracteres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 values with leading zeros, kept as text</source>
        <translation>
            <numerusform>%1 valor con ceros a la izquierda, se queda como texto</numerusform>
            <numerusform>%1 valores con ceros a la izquierda, se quedan como texto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 numbers too long for a number column, kept as text</source>
        <translation>
            <numerusform>%1 número demasiado largo para una columna numérica, se queda como texto</numerusform>
            <numerusform>%1 números demasiado largos para una columna numérica, se quedan como texto</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 are numbers, the rest is not</source>
        <translation>%1 de %2 son números, el resto no</translation>
    </message>
    <message numerus="yes">
        <source>%1 values</source>
        <translation>
            <numerusform>%1 valor</numerusform>
            <numerusform>%1 valores</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, most often %2 (%3)</source>
        <translation>%1, sobre todo %2 (%3)</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vacía</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Constante</translation>
    </message>
    <message>
        <source>Yes / no</source>
        <translation>Sí / no</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; in %2 rows</source>
        <translation>
            <numerusform>«%1» en %2 fila</numerusform>
            <numerusform>«%1» en %2 filas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; in %2 rows, empty in %3</source>
        <translation>
            <numerusform>«%1» en %2 fila, vacía en %3</numerusform>
            <numerusform>«%1» en %2 filas, vacía en %3</numerusform>
        </translation>
    </message>
    <message>
        <source>empty in every row</source>
        <translation>vacía en todas las filas</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in all %2 rows</source>
        <translation>«%1» en las %2 filas</translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; in %2 rows, the rest is empty</source>
        <translation>
            <numerusform>«%1» en %2 fila, el resto vacías</numerusform>
            <numerusform>«%1» en %2 filas, el resto vacías</numerusform>
        </translation>
    </message>
    <message>
        <source>only %1 (%2) and %3 (%4)</source>
        <translation>solo %1 (%2) y %3 (%4)</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Con valor</translation>
    </message>
    <message>
        <source>Whole numbers</source>
        <translation>Enteros</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Sí o no</translation>
    </message>
    <message>
        <source>With leading zeros</source>
        <translation>Con ceros a la izquierda</translation>
    </message>
    <message>
        <source>Of 17 digits or more</source>
        <translation>De 17 cifras o más</translation>
    </message>
    <message>
        <source>Dates, year first</source>
        <translation>Fechas, año primero</translation>
    </message>
    <message>
        <source>Dates, day first</source>
        <translation>Fechas, día primero</translation>
    </message>
    <message>
        <source>Dates, month first</source>
        <translation>Fechas, mes primero</translation>
    </message>
    <message>
        <source>Different values: %1</source>
        <translation>Valores distintos: %1</translation>
    </message>
    <message>
        <source>Different values: about %1</source>
        <translation>Valores distintos: unos %1</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>De %1 a %2</translation>
    </message>
    <message>
        <source>Longest, in characters</source>
        <translation>El más largo, en caracteres</translation>
    </message>
    <message>
        <source>Most frequent: %1</source>
        <translation>Los más frecuentes: %1</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Por ejemplo: %1</translation>
    </message>
    <message>
        <source>decimals or thousands: nothing tells, such as %1</source>
        <translation>decimales o miles: nada lo dice, como %1</translation>
    </message>
</context>
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
    <name>FilterEntry</name>
    <message>
        <source>a column is missing here</source>
        <translation>aquí falta una columna</translation>
    </message>
    <message>
        <source>only &quot;and&quot; or &quot;or&quot; may follow here</source>
        <translation>aquí solo puede seguir &quot;and&quot; u &quot;or&quot;</translation>
    </message>
    <message>
        <source>a closing bracket is missing here</source>
        <translation>aquí falta un paréntesis de cierre</translation>
    </message>
    <message>
        <source>a comma or a closing bracket is missing here</source>
        <translation>aquí falta una coma o un paréntesis de cierre</translation>
    </message>
    <message>
        <source>a list in brackets is missing here</source>
        <translation>aquí falta una lista entre paréntesis</translation>
    </message>
    <message>
        <source>&quot;and&quot; and the upper bound are missing here</source>
        <translation>aquí faltan &quot;and&quot; y el límite superior</translation>
    </message>
    <message>
        <source>a value is missing here</source>
        <translation>aquí falta un valor</translation>
    </message>
    <message>
        <source>the quote that opens here is not closed</source>
        <translation>la comilla que se abre aquí no se cierra</translation>
    </message>
    <message>
        <source>&quot;null&quot; or &quot;not null&quot; is missing here</source>
        <translation>aquí falta &quot;null&quot; o &quot;not null&quot;</translation>
    </message>
    <message>
        <source>an operator such as =, &gt;= or in is missing here</source>
        <translation>aquí falta un operador como =, &gt;= o in</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>is</source>
        <translation>es</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>no es</translation>
    </message>
    <message>
        <source>one of several</source>
        <translation>uno de varios</translation>
    </message>
    <message>
        <source>none of several</source>
        <translation>ninguno de varios</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>contiene</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>al menos</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>como mucho</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>más de</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>menos de</translation>
    </message>
    <message>
        <source>from … to …</source>
        <translation>de … a …</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>known</source>
        <translation>conocido</translation>
    </message>
    <message>
        <source>%1 holds dates, and %2 is none.</source>
        <translation>%1 contiene fechas, y %2 no lo es.</translation>
    </message>
    <message>
        <source>%1 holds numbers, and %2 is none.</source>
        <translation>%1 contiene números, y %2 no lo es.</translation>
    </message>
    <message>
        <source>At character %1: %2.</source>
        <translation>En el carácter %1: %2.</translation>
    </message>
    <message>
        <source>leaves out</source>
        <translation>excluye</translation>
    </message>
    <message>
        <source>a further value</source>
        <translation>otro valor</translation>
    </message>
    <message>
        <source>ends the list</source>
        <translation>cierra la lista</translation>
    </message>
    <message>
        <source>both hold</source>
        <translation>se cumplen ambos</translation>
    </message>
    <message>
        <source>one of both holds</source>
        <translation>se cumple uno de los dos</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1%</source>
        <extracomment>A share in percent; %1 is the number. Spanish puts a narrow space before the sign.</extracomment>
        <translation>%1&#x202f;%</translation>
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
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Banda</translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n valor</numerusform>
            <numerusform>%n valores</numerusform>
        </translation>
    </message>
    <message>
        <source>in the store</source>
        <translation>en el almacén</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacía</translation>
    </message>
    <message>
        <source>always %1</source>
        <translation>siempre %1</translation>
    </message>
    <message>
        <source>after contact</source>
        <translation>tras el contacto</translation>
    </message>
    <message numerus="yes">
        <source>%n bands</source>
        <translation>
            <numerusform>%n banda</numerusform>
            <numerusform>%n bandas</numerusform>
        </translation>
    </message>
    <message>
        <source>one per lead</source>
        <translation>uno por lead</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fijada</translation>
    </message>
    <message>
        <source>Lead %1</source>
        <translation>Lead %1</translation>
    </message>
</context>
<context>
    <name>LeadHistory</name>
    <message>
        <source>Came with load %1</source>
        <translation>Llegó con la carga %1</translation>
    </message>
    <message>
        <source>Changed by load %1</source>
        <translation>Cambiado por la carga %1</translation>
    </message>
    <message>
        <source>Back to the version before load %1</source>
        <translation>De vuelta a la versión anterior a la carga %1</translation>
    </message>
    <message>
        <source>Removed with load %1</source>
        <translation>Quitado con la carga %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2, was %3</source>
        <translation>%1: %2, era %3</translation>
    </message>
</context>
<context>
    <name>LeadInsight</name>
    <message>
        <source>No past lead has a known outcome.</source>
        <translation>Ningún lead anterior tiene un resultado conocido.</translation>
    </message>
    <message>
        <source>Of the %1 past leads most like it, %2 converted (%3).</source>
        <translation>De los %1 leads anteriores más parecidos, %2 convirtieron (%3).</translation>
    </message>
    <message>
        <source>No three changes would reach the next band.</source>
        <translation>Ni con tres cambios alcanzaría la banda siguiente.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message numerus="yes">
        <source>Band %1 takes %n changes: %2.</source>
        <translation>
            <numerusform>La banda %1 requiere %n cambio: %2.</numerusform>
            <numerusform>La banda %1 requiere %n cambios: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Comma</source>
        <translation>Coma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Punto y coma</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulador</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Barra</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Conjunto de datos</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <translation>%1 (nuevo)</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Separador</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>Primera línea</translation>
    </message>
    <message>
        <source>Column names</source>
        <translation>Nombres de columnas</translation>
    </message>
    <message>
        <source>A row already</source>
        <translation>Ya es una fila</translation>
    </message>
    <message numerus="yes">
        <source>Does %1 mean no answer?</source>
        <translation>
            <numerusform>¿Significa %1 sin respuesta?</numerusform>
            <numerusform>¿Significan %1 sin respuesta?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cells hold it</source>
        <translation>
            <numerusform>está en %1 celda</numerusform>
            <numerusform>está en %1 celdas</numerusform>
        </translation>
    </message>
    <message>
        <source>Read as missing</source>
        <translation>Leer como ausente</translation>
    </message>
    <message>
        <source>Keep as a value</source>
        <translation>Mantener como valor</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>None: each row is a lead</source>
        <translation>Ninguna: cada fila es un lead</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Does %1 begin with the day or the month?</source>
        <translation>¿%1 empieza por el día o por el mes?</translation>
    </message>
    <message>
        <source>No value in %1 tells.</source>
        <translation>Ningún valor de %1 lo aclara.</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>El día</translation>
    </message>
    <message>
        <source>The month</source>
        <translation>El mes</translation>
    </message>
    <message>
        <source>Which column tells leads apart?</source>
        <translation>¿Qué columna distingue los leads?</translation>
    </message>
    <message>
        <source>A later file then updates the leads it holds again.</source>
        <translation>Un archivo posterior actualiza así los leads que repite.</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 fila</numerusform>
            <numerusform>%1 filas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 columns</source>
        <translation>
            <numerusform>%1 columna</numerusform>
            <numerusform>%1 columnas</numerusform>
        </translation>
    </message>
    <message>
        <source>Load %1 brought this content already.</source>
        <translation>La carga %1 ya trajo este contenido.</translation>
    </message>
    <message>
        <source>It goes into a dataset of its own, %1.</source>
        <translation>Va a un conjunto de datos propio, %1.</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sin clave</translation>
    </message>
    <message>
        <source>Does the comma in %1 part decimals or thousands?</source>
        <translation>¿La coma de %1 separa decimales o miles?</translation>
    </message>
    <message>
        <source>Does the point in %1 part decimals or thousands?</source>
        <translation>¿El punto de %1 separa decimales o miles?</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Decimales</translation>
    </message>
    <message>
        <source>Thousands</source>
        <translation>Miles</translation>
    </message>
    <message>
        <source>Neither: text</source>
        <translation>Ninguno: texto</translation>
    </message>
    <message numerus="yes">
        <source>It brings %n new columns: %1</source>
        <translation>
            <numerusform>Trae una columna nueva: %1</numerusform>
            <numerusform>Trae %n columnas nuevas: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>The encoding is a guess: it could be %1 as well as %2. If letters look wrong, choose the other one.</source>
        <translation>La codificación es una suposición: podría ser %1 igual que %2. Si las letras se ven mal, elija la otra.</translation>
    </message>
    <message numerus="yes">
        <source>%n formulas have no result and are read as empty. Save the workbook in a spreadsheet program, which calculates them, and choose it again.</source>
        <translation>
            <numerusform>%n fórmula no tiene resultado y se lee como vacía. Guarde el libro en una hoja de cálculo, que la calcula, y elíjalo de nuevo.</numerusform>
            <numerusform>%n fórmulas no tienen resultado y se leen como vacías. Guarde el libro en una hoja de cálculo, que las calcula, y elíjalo de nuevo.</numerusform>
        </translation>
    </message>
    <message>
        <source>The schema file %1 cannot be read and is left out; mend it or delete it.</source>
        <translation>El archivo de esquema %1 no se puede leer y se omite; corríjalo o elimínelo.</translation>
    </message>
    <message>
        <source>Read day first, as the values prove, though earlier files had the month first: %1.</source>
        <translation>Se lee primero el día, como prueban los valores, aunque los archivos anteriores tenían primero el mes: %1.</translation>
    </message>
    <message>
        <source>Read month first, as the values prove, though earlier files had the day first: %1.</source>
        <translation>Se lee primero el mes, como prueban los valores, aunque los archivos anteriores tenían primero el día: %1.</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Base %1</source>
        <translation>Base %1</translation>
    </message>
    <message>
        <source>Sum of points %1</source>
        <translation>Suma de puntos %1</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Intro</translation>
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
        <source>and %1 more values</source>
        <translation>y %1 valores más</translation>
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
    <message>
        <source>Leads by %1, conversion with its 95% interval</source>
        <translation>Leads por %1, conversión con su intervalo del 95&#x202f;%</translation>
    </message>
    <message>
        <source>Leads by %1</source>
        <translation>Leads por %1</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Gráficos</translation>
    </message>
    <message>
        <source>Dark: converted. Faded: filtered out.</source>
        <translation>Oscuro: convertidos. Tenue: fuera del filtro.</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>Calidad de los datos</translation>
    </message>
    <message>
        <source>%1 of %2 columns have gaps, of all %3 leads; rows in quarantine: %4, of %5 loads</source>
        <translation>%1 de %2 columnas tienen huecos, de los %3 leads; filas en cuarentena: %4, de %5 cargas</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>En blanco</translation>
    </message>
    <message>
        <source>Placeholders</source>
        <translation>Marcadores</translation>
    </message>
    <message>
        <source>and %1 more columns</source>
        <translation>y %1 columnas más</translation>
    </message>
    <message>
        <source>the score is a probability in percent</source>
        <translation>la puntuación es una probabilidad en tanto por ciento</translation>
    </message>
    <message>
        <source>the score is the sum of points</source>
        <translation>la puntuación es la suma de los puntos</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>log-loss</source>
        <translation>pérdida logarítmica</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>Tarjeta de puntuación</translation>
    </message>
    <message>
        <source>Every lead</source>
        <translation>Cada lead</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Término</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>and %1 more terms</source>
        <translation>y %1 términos más</translation>
    </message>
    <message>
        <source>learned from %1</source>
        <translation>aprendida de %1</translation>
    </message>
</context>
<context>
    <name>ScoreLeadChance</name>
    <message>
        <source>Of %1 past leads that score %2 to %3, %4 converted (%5).</source>
        <translation>De %1 leads anteriores con puntuación de %2 a %3 se convirtió el %4 (%5).</translation>
    </message>
</context>
<context>
    <name>Scoring</name>
    <message>
        <source>no lead so far</source>
        <translation>ningún lead hasta ahora</translation>
    </message>
    <message>
        <source>%1 of %2 converted</source>
        <translation>%1 de %2 convertidos</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>menos de %1</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 o más</translation>
    </message>
    <message>
        <source>%1 to under %2</source>
        <translation>%1 a menos de %2</translation>
    </message>
    <message>
        <source>%1 for each 1</source>
        <translation>%1 por cada 1</translation>
    </message>
    <message>
        <source>%1, between %2 and %3</source>
        <translation>%1, entre %2 y %3</translation>
    </message>
    <message>
        <source>%1, from %2 on</source>
        <translation>%1, desde %2</translation>
    </message>
    <message>
        <source>%1, up to %2</source>
        <translation>%1, hasta %2</translation>
    </message>
    <message>
        <source>any other value</source>
        <translation>cualquier otro valor</translation>
    </message>
    <message>
        <source>when it holds</source>
        <translation>cuando se cumple</translation>
    </message>
    <message>
        <source>else</source>
        <translation>si no</translation>
    </message>
    <message>
        <source>) = %1, score %2</source>
        <translation>) = %1, puntuación %2</translation>
    </message>
    <message>
        <source>The score is the sum: %1</source>
        <translation>La puntuación es la suma: %1</translation>
    </message>
    <message>
        <source>%1 chance to convert</source>
        <translation>%1 de probabilidad</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 puntos</translation>
    </message>
    <message>
        <source>higher than %1 of all leads</source>
        <translation>supera al %1 de los leads</translation>
    </message>
    <message>
        <source>in the highest band</source>
        <translation>en la banda más alta</translation>
    </message>
    <message>
        <source>%1 below band %2</source>
        <translation>a %1 de la banda %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, a number in %2 steps</source>
        <translation>%1, un número en %2 tramos</translation>
    </message>
    <message>
        <source>%1, a category</source>
        <translation>%1, una categoría</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>probabilidad</translation>
    </message>
    <message>
        <source>sum of points</source>
        <translation>suma de puntos</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n terms</source>
        <translation>
            <numerusform>%1, %n término</numerusform>
            <numerusform>%1, %n términos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: yes</source>
        <translation>%1: sí</translation>
    </message>
    <message>
        <source>%1: no</source>
        <translation>%1: no</translation>
    </message>
    <message>
        <source>%1 and %2 together</source>
        <translation>%1 y %2 juntos</translation>
    </message>
    <message>
        <source>%1 when new, half of it after %2 days</source>
        <translation>%1 si es reciente, la mitad a los %2 días</translation>
    </message>
    <message>
        <source>Cap of %1</source>
        <translation>Tope de %1</translation>
    </message>
    <message>
        <source>together from %1 to %2</source>
        <translation>en conjunto de %1 a %2</translation>
    </message>
    <message>
        <source>together %1 at most</source>
        <translation>en conjunto %1 como máximo</translation>
    </message>
    <message>
        <source>together %1 at least</source>
        <translation>en conjunto %1 como mínimo</translation>
    </message>
    <message>
        <source>The %1 leads in band %2 convert at %3, all leads at %4.</source>
        <translation>Los %1 leads de la banda %2 convierten al %3, todos los leads al %4.</translation>
    </message>
    <message>
        <source>Scores from %1 to %2 over %3 leads.</source>
        <translation>Puntuaciones de %1 a %2 en %3 leads.</translation>
    </message>
    <message>
        <source>Method: %1.</source>
        <translation>Método: %1.</translation>
    </message>
    <message>
        <source>Learned from %1 leads, %2 of them converted.</source>
        <translation>Aprendida de %1 leads, de los que %2 convirtieron.</translation>
    </message>
    <message>
        <source>Made on %1.</source>
        <translation>Hecha el %1.</translation>
    </message>
    <message>
        <source>Why this version: %1.</source>
        <translation>Por qué esta versión: %1.</translation>
    </message>
    <message>
        <source>frequency</source>
        <translation>frecuencia</translation>
    </message>
    <message>
        <source>logistic</source>
        <translation>logística</translation>
    </message>
    <message>
        <source>boosted</source>
        <translation>potenciada</translation>
    </message>
    <message>
        <source>hand-written rules</source>
        <translation>reglas a mano</translation>
    </message>
</context>
<context>
    <name>ScoringComparison</name>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>PR-AUC</source>
        <translation>PR-AUC</translation>
    </message>
    <message>
        <source>Log-loss</source>
        <translation>Pérdida log.</translation>
    </message>
    <message>
        <source>Brier</source>
        <translation>Brier</translation>
    </message>
    <message>
        <source>ECE</source>
        <translation>ECE</translation>
    </message>
    <message>
        <source>Lift at 10%</source>
        <translation>Mejora al 10&#x202f;%</translation>
    </message>
    <message>
        <source>Capture at 20%</source>
        <translation>Captura al 20&#x202f;%</translation>
    </message>
</context>
<context>
    <name>ScoringCurves</name>
    <message>
        <source>Gain</source>
        <translation>Ganancia</translation>
    </message>
    <message>
        <source>share of leads called, best first</source>
        <translation>parte llamada, mejores primero</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>al azar</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Mejora</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>share of the others called</source>
        <translation>parte de los demás llamados</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>Precisión y alcance</translation>
    </message>
    <message>
        <source>share of conversions reached</source>
        <translation>parte de conversiones alcanzadas</translation>
    </message>
    <message>
        <source>Conversion by score</source>
        <translation>Conversión por puntos</translation>
    </message>
    <message>
        <source>mean score of the group</source>
        <translation>puntuación media del grupo</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibración</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Dinero</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>umbral</translation>
    </message>
    <message>
        <source>Scores by outcome</source>
        <translation>Puntuaciones por resultado</translation>
    </message>
    <message>
        <source>Ten equal groups, with 95% intervals</source>
        <translation>Diez grupos iguales, con intervalos del 95&#x202f;%</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>previsto</translation>
    </message>
    <message numerus="yes">
        <source>%n groups: equal scores stay together</source>
        <translation>
            <numerusform>%n grupo: puntos iguales van juntos</numerusform>
            <numerusform>%n grupos: puntos iguales van juntos</numerusform>
        </translation>
    </message>
    <message>
        <source>score about %1: %2 converted (%3), %4</source>
        <translation>puntuación cerca de %1: convirtió el %2 (%3), %4</translation>
    </message>
    <message>
        <source>predicted %1, came %2 (%3), %4</source>
        <translation>previsto %1, ocurrió %2 (%3), %4</translation>
    </message>
</context>
<context>
    <name>ScoringExport</name>
    <message>
        <source>SQL for %1</source>
        <translation>SQL para %1</translation>
    </message>
    <message>
        <source>SQL (*.sql)</source>
        <translation>SQL (*.sql)</translation>
    </message>
    <message>
        <source>PMML (*.pmml *.xml)</source>
        <translation>PMML (*.pmml *.xml)</translation>
    </message>
    <message>
        <source>Scorecard file (JSON)</source>
        <translation>Archivo de tarjeta (JSON)</translation>
    </message>
    <message>
        <source>Scorecards (*.json)</source>
        <translation>Tarjetas (*.json)</translation>
    </message>
</context>
<context>
    <name>ScoringRules</name>
    <message>
        <source>%1 holds for no lead.</source>
        <translation>%1 no se cumple en ningún lead.</translation>
    </message>
    <message>
        <source>%1 holds for every lead: it tells none apart.</source>
        <translation>%1 se cumple en todos los leads: no distingue a ninguno.</translation>
    </message>
    <message>
        <source>%1 of the leads with %2 have %3, too: their points come together.</source>
        <translation>El %1 de los leads con %2 cumple también %3: sus puntos llegan juntos.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n values that no lead has.</source>
        <translation>
            <numerusform>%1: %n valor que ningún lead tiene.</numerusform>
            <numerusform>%1: %n valores que ningún lead tiene.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: these leads do not have its column.</source>
        <translation>%1: estos leads no tienen su columna.</translation>
    </message>
    <message>
        <source>%1: all its points are 0.</source>
        <translation>%1: todos sus puntos son 0.</translation>
    </message>
</context>
<context>
    <name>ScoringTraining</name>
    <message>
        <source>The best of the three</source>
        <translation>La mejor de las tres</translation>
    </message>
    <message>
        <source>Tries all three on leads held back, and takes the simpler when they are alike.</source>
        <translation>Prueba las tres con leads apartados y toma la más sencilla si quedan igual.</translation>
    </message>
    <message>
        <source>Boosted</source>
        <translation>Potenciada</translation>
    </message>
    <message>
        <source>Learns points per bin and per pair of columns in many small turns. Most exact.</source>
        <translation>Aprende puntos por tramo y por par de columnas en muchos pasos pequeños. La más exacta.</translation>
    </message>
    <message>
        <source>Logistic</source>
        <translation>Logística</translation>
    </message>
    <message>
        <source>One weight per bin or value, all fitted together. Smooth.</source>
        <translation>Un peso por tramo o valor, ajustados a la vez. Suave.</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frecuencia</translation>
    </message>
    <message>
        <source>Each value by how its own leads fared. Simplest, also for little data.</source>
        <translation>Cada valor según les fue a sus leads. La más sencilla, también con pocos datos.</translation>
    </message>
    <message>
        <source>alone it ranks with an AUC of %1: too good for something known beforehand</source>
        <translation>por sí sola ordena con un AUC de %1: demasiado bueno para algo sabido de antemano</translation>
    </message>
    <message>
        <source>alone it ranks with an AUC of %1, far above all others</source>
        <translation>por sí sola ordena con un AUC de %1, muy por encima de las demás</translation>
    </message>
    <message>
        <source>its name sounds like an outcome, and it ranks with an AUC of %1</source>
        <translation>su nombre suena a resultado y ordena con un AUC de %1</translation>
    </message>
    <message>
        <source>filled in %1 of %2 leads, and %3 of those converted</source>
        <translation>rellena en %1 de %2 leads, y de ellos convirtió el %3</translation>
    </message>
    <message>
        <source>written after contact</source>
        <translation>tras el contacto</translation>
    </message>
    <message>
        <source>names each lead</source>
        <translation>nombra a cada lead</translation>
    </message>
    <message>
        <source>nearly always the same</source>
        <translation>casi siempre igual</translation>
    </message>
    <message numerus="yes">
        <source>%1 values</source>
        <translation>
            <numerusform>%1 valor</numerusform>
            <numerusform>%1 valores</numerusform>
        </translation>
    </message>
    <message>
        <source>always empty</source>
        <translation>siempre vacía</translation>
    </message>
    <message>
        <source>always the same</source>
        <translation>siempre igual</translation>
    </message>
    <message>
        <source>too many values</source>
        <translation>demasiados valores</translation>
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
    <message numerus="yes">
        <source>%1 fields, %2 expected.</source>
        <translation>
            <numerusform>%1 campo, se esperaban %2.</numerusform>
            <numerusform>%1 campos, se esperaban %2.</numerusform>
        </translation>
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
        <source>No lead has this %1.</source>
        <translation>Ningún lead tiene este %1.</translation>
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
        <source>Load %1 is undone: %2 leads removed, %3 as they were before, %4 kept for the later loads that brought them too.</source>
        <translation>Carga %1 deshecha: %2 leads quitados, %3 como antes, %4 conservados por las cargas posteriores que también los trajeron.</translation>
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
    <message>
        <source>taking the load back</source>
        <translation>deshaciendo la carga</translation>
    </message>
    <message>
        <source>%1 is not a lead file. Leadlight reads CSV, TSV, JSON, NDJSON, XLSX and ODS, also as .gz.</source>
        <translation>%1 no es un archivo de leads. Leadlight lee CSV, TSV, JSON, NDJSON, XLSX y ODS, también como .gz.</translation>
    </message>
    <message>
        <source>This snapshot is damaged or gone. Nothing was changed.</source>
        <translation>Esta instantánea está dañada o ya no existe. No se cambió nada.</translation>
    </message>
    <message>
        <source>corrected rows of load %1</source>
        <translation>filas corregidas de la carga %1</translation>
    </message>
    <message>
        <source>%1 waits; it is tried again soon</source>
        <translation>%1 espera; pronto se vuelve a intentar</translation>
    </message>
    <message>
        <source>%1 could not be loaded and is in the folder failed</source>
        <translation>%1 no se pudo cargar y está en la carpeta failed</translation>
    </message>
    <message>
        <source>copying the store</source>
        <translation>copiando el almacén</translation>
    </message>
    <message>
        <source>checking the copy</source>
        <translation>comprobando la copia</translation>
    </message>
    <message>
        <source>Only %1 of %2 leads have the rarer outcome. Learning takes 10 of each.</source>
        <translation>Solo %1 de %2 leads tienen el resultado menos común. Para aprender hacen falta 10 de cada uno.</translation>
    </message>
    <message>
        <source>All %1 leads have the same outcome by %2. Check which value means converted.</source>
        <translation>Los %1 leads tienen el mismo resultado según %2. Compruebe qué valor significa conversión.</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>aprendiendo</translation>
    </message>
    <message>
        <source>judging on leads held back</source>
        <translation>juzgando con leads apartados</translation>
    </message>
    <message>
        <source>%1. Names, e-mail and phone are hidden in it.</source>
        <translation>%1. Los nombres, correos y teléfonos van ocultos.</translation>
    </message>
    <message>
        <source>%1 is a database, which is not written over. Choose another name.</source>
        <translation>%1 es una base de datos, sobre la que no se escribe. Elija otro nombre.</translation>
    </message>
    <message>
        <source>Only %1 of %2 leads have the rarer outcome: too few to learn from some and judge the others.</source>
        <translation>Solo %1 de %2 leads tienen el resultado menos común: muy pocos para aprender de unos y juzgar con los otros.</translation>
    </message>
</context>
<context>
    <name>ShippedScorecards</name>
    <message>
        <source>Activity, grade, stage</source>
        <translation>Actividad, grado, etapa</translation>
    </message>
    <message>
        <source>Before contact rules</source>
        <translation>Reglas precontacto</translation>
    </message>
    <message>
        <source>The scoring function of a CRM pipeline: the activity score, plus points for the grade and for the stage of the lead.</source>
        <translation>La función de puntuación de un proceso de CRM: la puntuación de actividad, más puntos por el grado y por la etapa del lead.</translation>
    </message>
    <message>
        <source>Activity score</source>
        <translation>Puntuación de actividad</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grado</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Hand-written rules for course enquiries from 0 to 100 points, from what is known before anyone has talked to the lead: how it came, what it did on the website, what it told about itself.</source>
        <translation>Reglas escritas a mano para consultas sobre cursos, de 0 a 100 puntos, a partir de lo que se sabe antes de hablar con el lead: cómo llegó, qué hizo en el sitio web, qué dijo de sí mismo.</translation>
    </message>
    <message>
        <source>Time on the website</source>
        <translation>Tiempo en el sitio web</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Ocupación</translation>
    </message>
    <message>
        <source>Specialization</source>
        <translation>Especialización</translation>
    </message>
    <message>
        <source>Wants no e-mail</source>
        <translation>No quiere correos</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Bring your leads</source>
        <translation>Traiga sus leads</translation>
    </message>
    <message>
        <source>Drop a file here, or anywhere on the window. What is in it is shown before anything is stored, and any load can be undone.</source>
        <translation>Suelte un archivo aquí o en cualquier lugar de la ventana. Se ve lo que contiene antes de guardar nada, y toda carga se puede deshacer.</translation>
    </message>
    <message>
        <source>See what they are</source>
        <translation>Vea cómo son</translation>
    </message>
    <message>
        <source>Click a bar and every other chart follows. Each filter becomes a chip above; Ctrl+Z takes it back.</source>
        <translation>Pulse una barra y los demás gráficos la siguen. Cada filtro aparece arriba como etiqueta; Ctrl+Z lo deshace.</translation>
    </message>
    <message>
        <source>Read them one by one</source>
        <translation>Léalos uno a uno</translation>
    </message>
    <message>
        <source>The table holds the same leads. Beside it stands why a lead has its score, point by point.</source>
        <translation>La tabla contiene los mismos leads. Al lado se explica, punto por punto, por qué un lead tiene su puntuación.</translation>
    </message>
    <message>
        <source>Decide how they score</source>
        <translation>Decida cómo puntúan</translation>
    </message>
    <message>
        <source>Write points by hand, or learn them from past leads. Both are the same kind of scorecard.</source>
        <translation>Escriba los puntos a mano o apréndalos de leads pasados. Ambos son el mismo tipo de tarjeta.</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Encuentre cualquier cosa</translation>
    </message>
    <message>
        <source>Ctrl+K finds every action, column, value and lead. F1 lists all keys.</source>
        <translation>Ctrl+K encuentra toda acción, columna, valor y lead. F1 muestra todas las teclas.</translation>
    </message>
</context>
<context>
    <name>leadlight</name>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
</context>
<context>
    <name>leadlight::Application</name>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>New window on this store</source>
        <translation>Ventana nueva con este almacén</translation>
    </message>
    <message>
        <source>New window on another store…</source>
        <translation>Ventana nueva con otro almacén…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Show names, e-mail and phone</source>
        <translation>Mostrar nombres, correo y teléfono</translation>
    </message>
    <message>
        <source>Hide names, e-mail and phone</source>
        <translation>Ocultar nombres, correo y teléfono</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Hacer el recorrido</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Guardar esta vista…</translation>
    </message>
    <message>
        <source>Saved views…</source>
        <translation>Vistas guardadas…</translation>
    </message>
    <message>
        <source>Open the view %1</source>
        <translation>Abrir la vista %1</translation>
    </message>
    <message>
        <source>Lately used</source>
        <translation>Usado hace poco</translation>
    </message>
    <message>
        <source>Open the store %1</source>
        <translation>Abrir el almacén %1</translation>
    </message>
    <message>
        <source>Load %1 again</source>
        <translation>Cargar %1 otra vez</translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation>Abrir un almacén</translation>
    </message>
    <message>
        <source>Leadlight stores (*.db);;All files (*)</source>
        <translation>Almacenes de Leadlight (*.db);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>The view %1 is saved.</source>
        <translation>La vista %1 está guardada.</translation>
    </message>
    <message>
        <source>Rename or delete…</source>
        <translation>Renombrar o eliminar…</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Guardar esta vista</translation>
    </message>
    <message>
        <source>All keys (also ?)</source>
        <translation>Todas las teclas (también ?)</translation>
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
    <name>leadlight::BandMovesView</name>
    <message>
        <source>Who moves band</source>
        <translation>Quién cambia de banda</translation>
    </message>
    <message>
        <source>%1, %2 converted</source>
        <translation>%1, convirtió el %2</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 a %2: %3</translation>
    </message>
</context>
<context>
    <name>leadlight::BandScale</name>
    <message>
        <source>Score on its bands</source>
        <translation>Puntuación en sus bandas</translation>
    </message>
</context>
<context>
    <name>leadlight::BarChart</name>
    <message>
        <source>converted</source>
        <translation>convertidos</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>Conversión</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>dashed: average</source>
        <translation>a trazos: media</translation>
    </message>
</context>
<context>
    <name>leadlight::CallsPage</name>
    <message>
        <source>Call list</source>
        <translation>Lista de llamadas</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Double click or Enter shows the lead</source>
        <translation>Doble clic o Intro muestra el lead</translation>
    </message>
    <message>
        <source>No leads yet. Drop a file here or try the sample.</source>
        <translation>Aún no hay leads. Suelte un archivo o pruebe el ejemplo.</translation>
    </message>
    <message>
        <source>Go to Files</source>
        <translation>Ir a Archivos</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Probar el ejemplo</translation>
    </message>
    <message>
        <source>Without a scorecard nobody comes first.</source>
        <translation>Sin tarjeta de puntuación nadie va primero.</translation>
    </message>
    <message>
        <source>Go to Scoring</source>
        <translation>Ir a Puntuación</translation>
    </message>
    <message>
        <source>Up and Down choose    Enter shows the lead</source>
        <translation>Arriba y Abajo eligen    Intro muestra el lead</translation>
    </message>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n llamada</numerusform>
            <numerusform>%n llamadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>Repartir</translation>
    </message>
    <message>
        <source>A PDF for each person…</source>
        <translation>Un PDF por persona…</translation>
    </message>
    <message>
        <source>A PDF for each person</source>
        <translation>Un PDF por persona</translation>
    </message>
    <message>
        <source>A workbook with a sheet for each person…</source>
        <translation>Un libro con una hoja por persona…</translation>
    </message>
    <message>
        <source>A workbook with a sheet for each person</source>
        <translation>Un libro con una hoja por persona</translation>
    </message>
    <message>
        <source>Calls a day, each person</source>
        <translation>Llamadas al día por persona</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>Their names</source>
        <translation>Sus nombres</translation>
    </message>
    <message>
        <source>Names with commas between, such as Ana, Ben</source>
        <translation>Nombres separados por comas, como Ana, Benito</translation>
    </message>
    <message>
        <source>Leave out who refuses</source>
        <translation>Dejar fuera a quien rechaza</translation>
    </message>
    <message>
        <source>calls or e-mails</source>
        <translation>llamadas o correos</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>llamadas</translation>
    </message>
    <message>
        <source>e-mails</source>
        <translation>correos</translation>
    </message>
    <message>
        <source>Calls a day, each</source>
        <translation>Llamadas al día, cada una</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>Persona %1</translation>
    </message>
    <message>
        <source>%1 file (*.%2)</source>
        <translation>Archivo %1 (*.%2)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Escrito: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n files written</source>
        <translation>
            <numerusform>%n archivo escrito</numerusform>
            <numerusform>%n archivos escritos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, best first by %2</source>
        <translation>%1, los mejores primero según %2</translation>
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
    <name>leadlight::ChangesView</name>
    <message>
        <source>What would change it</source>
        <translation>Qué la cambiaría</translation>
    </message>
    <message>
        <source>Click to try this</source>
        <translation>Clic para probarlo</translation>
    </message>
</context>
<context>
    <name>leadlight::ChartCard</name>
    <message>
        <source>Show as a table</source>
        <translation>Ver como tabla</translation>
    </message>
    <message>
        <source>Clear this chart&apos;s filter</source>
        <translation>Quitar el filtro de este gráfico</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n elegido</numerusform>
            <numerusform>%n elegidos</numerusform>
        </translation>
    </message>
    <message>
        <source>range</source>
        <translation>intervalo</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtro</translation>
    </message>
    <message>
        <source>Written after contact</source>
        <translation>Escrito tras el contacto</translation>
    </message>
    <message>
        <source>Leads, and conversion with its 95% interval, by %1</source>
        <translation>Leads, y conversión con su intervalo del 95&#x202f;%, por %1</translation>
    </message>
    <message>
        <source>Hollow: fewer than %1 leads</source>
        <translation>Hueco: menos de %1 leads</translation>
    </message>
    <message>
        <source>%1, bands at %2</source>
        <translation>%1, bandas en %2</translation>
    </message>
    <message>
        <source>Leads in steps of %1</source>
        <translation>Leads en tramos de %1</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Imágenes (*.png)</translation>
    </message>
    <message>
        <source>%1, bands at %2, solid: converted</source>
        <translation>%1, bandas en %2, relleno: convertidos</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>Tamaño completo</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Copiar imagen</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Guardar como PNG…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Guardar como SVG…</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>Copiar datos</translation>
    </message>
    <message>
        <source>Save data as CSV…</source>
        <translation>Guardar datos como CSV…</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Mover a la izquierda</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Mover a la derecha</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>Conversión</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Puntuación media</translation>
    </message>
    <message>
        <source>Names shown</source>
        <translation>Nombres visibles</translation>
    </message>
    <message>
        <source>Count by</source>
        <translation>Contar por</translation>
    </message>
    <message>
        <source>Chosen by the span</source>
        <translation>Según el periodo</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ancho</translation>
    </message>
    <message>
        <source>A third</source>
        <translation>Un tercio</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>La mitad</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 está guardado.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>No se pudo guardar %1.</translation>
    </message>
    <message>
        <source>Save as SVG</source>
        <translation>Guardar como SVG</translation>
    </message>
    <message>
        <source>Vector pictures (*.svg)</source>
        <translation>Imágenes vectoriales (*.svg)</translation>
    </message>
    <message>
        <source>Save as PNG</source>
        <translation>Guardar como PNG</translation>
    </message>
    <message>
        <source>Save data as CSV</source>
        <translation>Guardar datos como CSV</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n excluido</numerusform>
            <numerusform>%n excluidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Leads at this stage or further</source>
        <translation>Leads en esta etapa o más adelante</translation>
    </message>
    <message>
        <source>Conversion and leads, grey: fewer than %1</source>
        <translation>Conversión y leads, gris: menos de %1</translation>
    </message>
    <message>
        <source>Order of stages…</source>
        <translation>Orden de las etapas…</translation>
    </message>
    <message>
        <source>, order guessed by name</source>
        <translation>, orden deducido de los nombres</translation>
    </message>
    <message>
        <source>, largest first</source>
        <translation>, de mayor a menor</translation>
    </message>
    <message>
        <source>Leads by %1</source>
        <translation>Leads por %1</translation>
    </message>
</context>
<context>
    <name>leadlight::ChartView</name>
    <message>
        <source>%1 of %2 leads pass</source>
        <translation>pasan %1 de %2 leads</translation>
    </message>
    <message numerus="yes">
        <source>%n leads</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 convert: too few for a rate</source>
        <translation>%1 de %2 convierten: muy pocos para una tasa</translation>
    </message>
    <message>
        <source>%1 convert, %2</source>
        <translation>%1 convierten, %2</translation>
    </message>
    <message>
        <source>all %1 leads %2</source>
        <translation>todos los leads %1 %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 de %3</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>elegido</translation>
    </message>
    <message>
        <source>Click again lets all in</source>
        <translation>Otro clic deja pasar a todos</translation>
    </message>
    <message>
        <source>Click keeps, Ctrl click adds, Shift click leaves out</source>
        <translation>Clic conserva, Ctrl añade, Mayús excluye</translation>
    </message>
    <message>
        <source>No values to show</source>
        <translation>No hay valores que mostrar</translation>
    </message>
</context>
<context>
    <name>leadlight::ChartsAdd</name>
    <message>
        <source>Add chart</source>
        <translation>Añadir gráfico</translation>
    </message>
    <message>
        <source>Add a chart</source>
        <translation>Añadir un gráfico</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ancho</translation>
    </message>
    <message>
        <source>A third</source>
        <translation>Un tercio</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>La mitad</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>Conversión</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Puntuación media</translation>
    </message>
    <message>
        <source>Mean of a number</source>
        <translation>Media de un número</translation>
    </message>
    <message>
        <source>Sum of a number</source>
        <translation>Suma de un número</translation>
    </message>
    <message>
        <source>Table with another column</source>
        <translation>Tabla con otra columna</translation>
    </message>
    <message>
        <source>Funnel of its stages</source>
        <translation>Embudo de sus etapas</translation>
    </message>
    <message>
        <source>This makes no chart.</source>
        <translation>Esto no da un gráfico.</translation>
    </message>
</context>
<context>
    <name>leadlight::ChartsPage</name>
    <message>
        <source>Charts</source>
        <translation>Gráficos</translation>
    </message>
    <message>
        <source>Undo the last filter step (Ctrl+Z)</source>
        <translation>Deshacer el último paso del filtro (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo the filter step (Ctrl+Shift+Z)</source>
        <translation>Rehacer el paso del filtro (Ctrl+Mayús+Z)</translation>
    </message>
    <message>
        <source>No leads yet. Drop a file here or try the sample.</source>
        <translation>Aún no hay leads. Suelte un archivo o pruebe el ejemplo.</translation>
    </message>
    <message>
        <source>No lead passes these filters. Take one away.</source>
        <translation>Ningún lead cumple estos filtros. Quite alguno.</translation>
    </message>
    <message>
        <source>Undo last filter</source>
        <translation>Deshacer el último filtro</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Quitar todo</translation>
    </message>
    <message>
        <source>converted</source>
        <translation>convertidos</translation>
    </message>
    <message>
        <source>not converted</source>
        <translation>no convertidos</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>conservados</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>no elegidos</translation>
    </message>
    <message>
        <source>filtered out</source>
        <translation>filtrados</translation>
    </message>
    <message>
        <source>Click a bar or drag across a chart to filter everything.</source>
        <translation>Haga clic en una barra o arrastre sobre un gráfico para filtrarlo todo.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>Add chart…</source>
        <translation>Añadir gráfico…</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Restablecer disposición</translation>
    </message>
    <message>
        <source>There is room for %1 charts. Remove one first.</source>
        <translation>Caben %1 gráficos. Quite uno antes.</translation>
    </message>
    <message>
        <source>Arrows walk a chart    Space keeps    Esc clears    Ctrl Z undo filter</source>
        <translation>Flechas recorren un gráfico    Espacio conserva    Esc borra    Ctrl Z deshacer filtro</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Probar el ejemplo</translation>
    </message>
    <message>
        <source>Go to Files</source>
        <translation>Ir a Archivos</translation>
    </message>
</context>
<context>
    <name>leadlight::ChartsStageOrder</name>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Order of stages</source>
        <translation>Orden de las etapas</translation>
    </message>
    <message>
        <source>The first step stands at the top. A stage without a tick is no step on the way, such as lost leads.</source>
        <translation>El primer paso va arriba. Una etapa sin marca no es un paso del camino, como los leads perdidos.</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move a stage, Space takes it off the way</source>
        <translation>Alt+Arriba y Alt+Abajo mueven una etapa; Espacio la saca del camino</translation>
    </message>
    <message>
        <source>Guess the order</source>
        <translation>Deducir el orden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Use this order</source>
        <translation>Usar este orden</translation>
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
    <name>leadlight::CommandPalette</name>
    <message>
        <source>Search everything</source>
        <translation>Buscar en todo</translation>
    </message>
    <message>
        <source>Actions, columns, values, leads</source>
        <translation>Acciones, columnas, valores, leads</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo encontrado</translation>
    </message>
    <message>
        <source>Keep %1 = %2</source>
        <translation>Conservar %1 = %2</translation>
    </message>
    <message>
        <source>Leave out %1 = %2</source>
        <translation>Excluir %1 = %2</translation>
    </message>
    <message>
        <source>Go to column %1</source>
        <translation>Ir a la columna %1</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Open the lead with %1 %2</source>
        <translation>Abrir el lead con %1 %2</translation>
    </message>
    <message>
        <source>Find %1 in every column</source>
        <translation>Buscar %1 en todas las columnas</translation>
    </message>
</context>
<context>
    <name>leadlight::DifferencesTable</name>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Changed values</source>
        <translation>Valores cambiados</translation>
    </message>
</context>
<context>
    <name>leadlight::DotChart</name>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>average %1</source>
        <translation>media %1</translation>
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
        <source>Drop lead files here</source>
        <translation>Suelte aquí archivos de leads</translation>
    </message>
    <message>
        <source>You see what is in a file before anything is stored.</source>
        <translation>Verá qué hay en un archivo antes de guardar nada.</translation>
    </message>
    <message>
        <source>CSV, TSV, JSON, NDJSON, XLSX, ODS, also compressed as .gz</source>
        <translation>CSV, TSV, JSON, NDJSON, XLSX, ODS, también comprimidos como .gz</translation>
    </message>
    <message>
        <source>Let go to see what is inside</source>
        <translation>Suelte para ver qué contiene</translation>
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
        <source>Choose lead files</source>
        <translation>Elegir archivos de leads</translation>
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
        <source>Snapshots</source>
        <translation>Instantáneas</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Vigilar una carpeta</translation>
    </message>
    <message>
        <source>Leadlight reads CSV, TSV, JSON, NDJSON, XLSX and ODS, also as .gz</source>
        <translation>Leadlight lee CSV, TSV, JSON, NDJSON, XLSX y ODS, también como .gz</translation>
    </message>
    <message>
        <source>Lead files (*.csv *.tsv *.txt *.json *.ndjson *.jsonl *.xlsx *.ods *.gz);;All files (*)</source>
        <translation>Archivos de leads (*.csv *.tsv *.txt *.json *.ndjson *.jsonl *.xlsx *.ods *.gz);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>waiting for files</source>
        <translation>esperando archivos</translation>
    </message>
    <message>
        <source>the folder is gone; waiting for it to come back</source>
        <translation>la carpeta ya no está; se espera a que vuelva</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Trabajando…</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Hacer el recorrido</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportado a %1</translation>
    </message>
    <message>
        <source>Ctrl O choose files    Ctrl Enter load    Esc discard</source>
        <translation>Ctrl O elegir archivos    Ctrl Intro cargar    Esc descartar</translation>
    </message>
    <message numerus="yes">
        <source>%1 from %n files</source>
        <translation>
            <numerusform>%1 de %n archivo</numerusform>
            <numerusform>%1 de %n archivos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::FilterEditor</name>
    <message>
        <source>Lead_Source in (&apos;Google&apos;) and TotalVisits &gt;= 3</source>
        <translation>Lead_Source in (&apos;Google&apos;) and TotalVisits &gt;= 3</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>What may come next</source>
        <translation>Lo que puede seguir</translation>
    </message>
</context>
<context>
    <name>leadlight::FormField</name>
    <message>
        <source>Points of %1: %2</source>
        <translation>Puntos de %1: %2</translation>
    </message>
</context>
<context>
    <name>leadlight::FrequencyDialog</name>
    <message>
        <source>Values of %1</source>
        <translation>Valores de %1</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>Find a value</source>
        <translation>Buscar un valor</translation>
    </message>
    <message>
        <source>Keep these</source>
        <translation>Conservar estos</translation>
    </message>
    <message>
        <source>Leave these out</source>
        <translation>Dejar fuera estos</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Enter keeps, Shift Enter leaves out</source>
        <translation>Intro conserva, Mayús Intro deja fuera</translation>
    </message>
    <message>
        <source>This column stays in the store and cannot filter.</source>
        <translation>Esta columna queda en el almacén y no puede filtrar.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>Convertidos</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>Conversión</translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n valor</numerusform>
            <numerusform>%n valores</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 in %3 leads</source>
        <translation>%1: %2 en %3 leads</translation>
    </message>
    <message>
        <source>; the %1 most frequent are listed</source>
        <translation>; se muestran los %1 más frecuentes</translation>
    </message>
</context>
<context>
    <name>leadlight::FunnelChart</name>
    <message>
        <source>converted</source>
        <translation>convertidos</translation>
    </message>
    <message>
        <source>%1 are here or further</source>
        <translation>%1 están aquí o más adelante</translation>
    </message>
    <message>
        <source>here or further</source>
        <translation>aquí o más allá</translation>
    </message>
    <message>
        <source>%1 here</source>
        <translation>%1 aquí</translation>
    </message>
</context>
<context>
    <name>leadlight::HeatChart</name>
    <message>
        <source>Click keeps row and column</source>
        <translation>Clic conserva fila y columna</translation>
    </message>
</context>
<context>
    <name>leadlight::Histogram</name>
    <message>
        <source>Click keeps, drag keeps a range</source>
        <translation>Clic conserva, arrastrar conserva un intervalo</translation>
    </message>
    <message>
        <source>no leads</source>
        <translation>sin leads</translation>
    </message>
    <message>
        <source>%1 convert</source>
        <translation>%1 convierten</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 desconocidos</translation>
    </message>
    <message>
        <source>, %1 convert</source>
        <translation>, %1 convierten</translation>
    </message>
    <message>
        <source>%1 conv.</source>
        <comment>short for: convert</comment>
        <translation>%1 conv.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>leadlight::ImportFlow</name>
    <message>
        <source>Reading %1</source>
        <translation>Leyendo %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>leadlight::LeadDetail</name>
    <message>
        <source>Choose a lead to see why it has its score.</source>
        <translation>Elija un lead para ver por qué tiene su puntuación.</translation>
    </message>
    <message>
        <source>Try a what-if</source>
        <translation>Probar un supuesto</translation>
    </message>
    <message>
        <source>Copy this lead</source>
        <translation>Copiar este lead</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Why this score</source>
        <translation>Por qué esta puntuación</translation>
    </message>
    <message>
        <source>All fields of this lead</source>
        <translation>Todos los campos de este lead</translation>
    </message>
    <message>
        <source>points, %1 v%2</source>
        <translation>puntos, %1 v%2</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Campos</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>Parecidos</translation>
    </message>
    <message>
        <source>Past leads most like it</source>
        <translation>Los leads anteriores más parecidos</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Double click shows the lead</source>
        <translation>Doble clic muestra el lead</translation>
    </message>
    <message>
        <source>converted</source>
        <translation>convertido</translation>
    </message>
    <message>
        <source>did not</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>leadlight::LeadTable</name>
    <message>
        <source>Pinned columns</source>
        <translation>Columnas fijadas</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
</context>
<context>
    <name>leadlight::LeadsPage</name>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>in this list</source>
        <translation>en esta lista</translation>
    </message>
    <message>
        <source>all leads</source>
        <translation>todos los leads</translation>
    </message>
    <message>
        <source>Choose a lead to see why it has its score.</source>
        <translation>Elija un lead para ver por qué tiene su puntuación.</translation>
    </message>
    <message>
        <source>Undo the last filter</source>
        <translation>Deshacer el último filtro</translation>
    </message>
    <message>
        <source>Redo the filter</source>
        <translation>Rehacer el filtro</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Find in these leads</source>
        <translation>Buscar aquí</translation>
    </message>
    <message>
        <source>Find in these leads (%1)</source>
        <translation>Buscar en estos leads (%1)</translation>
    </message>
    <message>
        <source>Go to column</source>
        <translation>Ir a la columna</translation>
    </message>
    <message>
        <source>No leads yet. Drop a file here or try the sample.</source>
        <translation>Aún no hay leads. Suelte un archivo o pruebe el ejemplo.</translation>
    </message>
    <message>
        <source>Go to Files</source>
        <translation>Ir a Archivos</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Probar el ejemplo</translation>
    </message>
    <message>
        <source>No lead passes these filters</source>
        <translation>Ningún lead cumple estos filtros</translation>
    </message>
    <message>
        <source>Take one away to see leads again.</source>
        <translation>Quite alguno para volver a ver leads.</translation>
    </message>
    <message>
        <source>Undo last filter</source>
        <translation>Deshacer el último filtro</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Quitar todo</translation>
    </message>
    <message numerus="yes">
        <source>Hide %n constant columns</source>
        <translation>
            <numerusform>Ocultar %n columna constante</numerusform>
            <numerusform>Ocultar %n columnas constantes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n constant columns hidden</source>
        <translation>
            <numerusform>%n constante oculta</numerusform>
            <numerusform>%n constantes ocultas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has too many values to sort by. Find works on the other columns.</source>
        <translation>%1 tiene demasiados valores para ordenar. La búsqueda usa las demás columnas.</translation>
    </message>
    <message>
        <source>No column is called %1.</source>
        <translation>Ninguna columna se llama %1.</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>Mostrar todas las columnas</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more columns to the right</source>
        <translation>
            <numerusform>%n columna más a la derecha</numerusform>
            <numerusform>%n columnas más a la derecha</numerusform>
        </translation>
    </message>
    <message>
        <source>No lead here holds “%1”.</source>
        <translation>Ningún lead de aquí contiene «%1».</translation>
    </message>
    <message>
        <source>Leads %1 to %2 of %3</source>
        <translation>Leads %1 a %2 de %3</translation>
    </message>
    <message>
        <source>%1, in the order of loading</source>
        <translation>%1, en el orden de carga</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>de la Z a la A</translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>de la A a la Z</translation>
    </message>
    <message>
        <source>highest first</source>
        <translation>los valores más altos primero</translation>
    </message>
    <message>
        <source>lowest first</source>
        <translation>los valores más bajos primero</translation>
    </message>
    <message>
        <source>From load %1, %2, line %3</source>
        <translation>De la carga %1, %2, línea %3</translation>
    </message>
    <message numerus="yes">
        <source>%n leads copied</source>
        <translation>
            <numerusform>%n lead copiado</numerusform>
            <numerusform>%n leads copiados</numerusform>
        </translation>
    </message>
    <message>
        <source>Export leads</source>
        <translation>Exportar leads</translation>
    </message>
    <message numerus="yes">
        <source>%n leads exported to %1</source>
        <translation>
            <numerusform>%n lead exportado a %1</numerusform>
            <numerusform>%n leads exportados a %1</numerusform>
        </translation>
    </message>
    <message>
        <source>As they were at first</source>
        <translation>Como estaban al principio</translation>
    </message>
    <message>
        <source>Values of %1…</source>
        <translation>Valores de %1…</translation>
    </message>
    <message>
        <source>Sort by it</source>
        <translation>Ordenar por ella</translation>
    </message>
    <message>
        <source>Sort by it, too</source>
        <translation>Ordenar también por ella</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Soltar</translation>
    </message>
    <message>
        <source>Pin at the left</source>
        <translation>Fijar a la izquierda</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Take its filter away</source>
        <translation>Quitar su filtro</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>Copiar como tabla</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Copiar como CSV</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Copiar como JSON</translation>
    </message>
    <message>
        <source>Try a what-if</source>
        <translation>Probar un supuesto</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Workbook (XLSX)…</source>
        <translation>Libro (XLSX)…</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>Hidden columns, too</source>
        <translation>También las columnas ocultas</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Conjunto de datos</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Buscado</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Ordenado por</translation>
    </message>
    <message>
        <source>as loaded</source>
        <translation>como se cargó</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>Tarjeta de puntuación</translation>
    </message>
    <message>
        <source>As of load</source>
        <translation>Tras la carga</translation>
    </message>
    <message>
        <source>Latest load</source>
        <translation>Última carga</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Escrito</translation>
    </message>
    <message>
        <source>%1 file (*.%2)</source>
        <translation>Archivo %1 (*.%2)</translation>
    </message>
    <message>
        <source>Ctrl F find    F values of a column    Ctrl C copy    Shift click sorts by one more</source>
        <translation>Ctrl F buscar    F valores de una columna    Ctrl C copiar    Mayús clic ordena por otra más</translation>
    </message>
    <message>
        <source>%1, sorted by %2</source>
        <translation>%1, por %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, luego </translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message numerus="yes">
        <source>%n more →</source>
        <translation>
            <numerusform>%n más →</numerusform>
            <numerusform>%n más →</numerusform>
        </translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Oculto</translation>
    </message>
    <message>
        <source>names, e-mail and phone</source>
        <translation>nombres, correos y teléfonos</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exportar %1</translation>
    </message>
</context>
<context>
    <name>leadlight::LedgerView</name>
    <message>
        <source>Why this score</source>
        <translation>Por qué esta puntuación</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>where every lead starts</source>
        <translation>donde empieza cada lead</translation>
    </message>
    <message>
        <source>Sum of points</source>
        <translation>Suma de puntos</translation>
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
        <translation>%1 valores distintos</translation>
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
    <message>
        <source>Leads as of this load</source>
        <translation>Leads tras esta carga</translation>
    </message>
    <message>
        <source>Show the leads as they were right after this load</source>
        <translation>Mostrar los leads como estaban justo después de esta carga</translation>
    </message>
    <message>
        <source>%1 changed its type from %2 to %3.</source>
        <translation>El tipo de %1 cambió de %2 a %3.</translation>
    </message>
    <message>
        <source>%1 changed its type from %2 to %3: line %4 does not fit.</source>
        <translation>El tipo de %1 cambió de %2 a %3: la línea %4 no encaja.</translation>
    </message>
    <message>
        <source>Read month first, though no value tells day from month: %1. If that is wrong, undo this load and choose day first when you load the file again.</source>
        <translation>Se leyó con el mes primero, aunque ningún valor distingue el día del mes: %1. Si no es así, deshaga esta carga y elija el día primero al cargar el archivo de nuevo.</translation>
    </message>
    <message>
        <source>Read day first, though no value tells day from month: %1. If that is wrong, undo this load and choose month first when you load the file again.</source>
        <translation>Se leyó con el día primero, aunque ningún valor distingue el día del mes: %1. Si no es así, deshaga esta carga y elija el mes primero al cargar el archivo de nuevo.</translation>
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
        <translation>sustituidos en el mismo archivo</translation>
    </message>
    <message>
        <source>rejected, in quarantine</source>
        <translation>rechazados, en cuarentena</translation>
    </message>
</context>
<context>
    <name>leadlight::LongTaskNotice</name>
    <message>
        <source>What you started has ended.</source>
        <translation>Lo que inició ha terminado.</translation>
    </message>
    <message>
        <source>%1: ended.</source>
        <translation>%1: terminado.</translation>
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
    <message>
        <source>Back to now</source>
        <translation>Volver a ahora</translation>
    </message>
    <message>
        <source>These are the leads as they were right after load %1.</source>
        <translation>Estos son los leads como estaban justo después de la carga %1.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Ir a %1</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>Buscar en esta página</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Undo the last filter</source>
        <translation>Deshacer el último filtro</translation>
    </message>
    <message>
        <source>Redo the filter</source>
        <translation>Rehacer el filtro</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Quitar todos los filtros</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Load lead files…</source>
        <translation>Cargar archivos de leads…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Probar el ejemplo</translation>
    </message>
    <message>
        <source>Open another store…</source>
        <translation>Abrir otro almacén…</translation>
    </message>
    <message>
        <source>Read the store again</source>
        <translation>Leer el almacén otra vez</translation>
    </message>
    <message>
        <source>Make a snapshot of the store</source>
        <translation>Hacer una instantánea del almacén</translation>
    </message>
    <message>
        <source>Stop the running task</source>
        <translation>Detener la tarea en curso</translation>
    </message>
    <message>
        <source>Score all leads again</source>
        <translation>Puntuar todos los leads otra vez</translation>
    </message>
    <message>
        <source>Show the dataset %1</source>
        <translation>Mostrar el conjunto %1</translation>
    </message>
    <message>
        <source>Make %1 the champion</source>
        <translation>Hacer campeona a %1</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Buscar en todo</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Colores claros</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Colores oscuros</translation>
    </message>
    <message>
        <source>Widen the panel</source>
        <translation>Ensanchar el panel</translation>
    </message>
    <message>
        <source>Collapse the panel</source>
        <translation>Plegar el panel</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Cerrar esta ventana</translation>
    </message>
    <message>
        <source>Leave Leadlight</source>
        <translation>Salir de Leadlight</translation>
    </message>
    <message>
        <source>The filters are cleared to show this lead. Undo brings them back.</source>
        <translation>Se quitaron los filtros para mostrar este lead. Deshacer los recupera.</translation>
    </message>
</context>
<context>
    <name>leadlight::MirrorHistogram</name>
    <message>
        <source>threshold %1</source>
        <translation>umbral %1</translation>
    </message>
    <message>
        <source>not called</source>
        <translation>no llamados</translation>
    </message>
    <message>
        <source>called</source>
        <translation>llamados</translation>
    </message>
    <message>
        <source>converted</source>
        <translation>convirtieron</translation>
    </message>
    <message>
        <source>did not convert</source>
        <translation>no convirtieron</translation>
    </message>
</context>
<context>
    <name>leadlight::PointsGrid</name>
    <message>
        <source>%1, %2 converted</source>
        <translation>%1, convirtió el %2</translation>
    </message>
    <message>
        <source>Points of %1</source>
        <translation>Puntos de %1</translation>
    </message>
    <message>
        <source>%1 and %2: %3 points, %4</source>
        <translation>%1 y %2: %3 puntos, %4</translation>
    </message>
</context>
<context>
    <name>leadlight::PointsOutline</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>leadlight::PointsView</name>
    <message>
        <source>Points of %1</source>
        <translation>Puntos de %1</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>leads</translation>
    </message>
    <message>
        <source>points</source>
        <translation>puntos</translation>
    </message>
    <message>
        <source>convert</source>
        <translation>convierten</translation>
    </message>
</context>
<context>
    <name>leadlight::PreviewCard</name>
    <message>
        <source>preview, nothing stored yet</source>
        <translation>vista previa, aún sin guardar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Load all as proposed</source>
        <translation>Cargar todos como se propone</translation>
    </message>
    <message>
        <source>If you load this file</source>
        <translation>Si carga este archivo</translation>
    </message>
    <message>
        <source>Comparing it with the leads in the store…</source>
        <translation>Comparándolo con los leads del almacén…</translation>
    </message>
    <message>
        <source>Remember for files like this</source>
        <translation>Recordar para archivos como este</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait</source>
        <translation>
            <numerusform>espera %n más</numerusform>
            <numerusform>esperan %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Saltar</translation>
    </message>
    <message>
        <source>reading every row once</source>
        <translation>leyendo cada fila una vez</translation>
    </message>
    <message>
        <source>Reading %1 to see what its columns are.</source>
        <translation>Leyendo %1 para ver qué son sus columnas.</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Cargar</translation>
    </message>
    <message numerus="yes">
        <source>Load %1 rows</source>
        <translation>
            <numerusform>Cargar %1 fila</numerusform>
            <numerusform>Cargar %1 filas</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing was stored</source>
        <translation>no se guardó nada</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Todas %1</translation>
    </message>
    <message>
        <source>Constant %1</source>
        <translation>Constantes %1</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Primeras filas</translation>
    </message>
    <message>
        <source>Changes %1</source>
        <translation>Cambios %1</translation>
    </message>
    <message>
        <source>To check %1</source>
        <translation>Por revisar %1</translation>
    </message>
</context>
<context>
    <name>leadlight::PreviewTable</name>
    <message>
        <source>key</source>
        <translation>clave</translation>
    </message>
    <message>
        <source>target</source>
        <translation>objetivo</translation>
    </message>
    <message>
        <source>after contact</source>
        <translation>tras el contacto</translation>
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
        <source>Written after contact</source>
        <translation>Escrito tras el contacto</translation>
    </message>
</context>
<context>
    <name>leadlight::QuarantineModel</name>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
</context>
<context>
    <name>leadlight::QuarantineView</name>
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
    <message>
        <source>; double-click a cell to correct it</source>
        <translation>; doble clic en una celda para corregirla</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message numerus="yes">
        <source>Send %n corrected rows again</source>
        <translation>
            <numerusform>Enviar de nuevo %n fila corregida</numerusform>
            <numerusform>Enviar de nuevo %n filas corregidas</numerusform>
        </translation>
    </message>
    <message>
        <source>; to correct one, show names, e-mail and phone again (Ctrl Shift H)</source>
        <translation>; para corregir una, vuelva a mostrar nombres, correos y teléfonos (Ctrl Mayús H)</translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied</source>
        <translation>
            <numerusform>%n fila copiada</numerusform>
            <numerusform>%n filas copiadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::QuestionList</name>
    <message numerus="yes">
        <source>%n questions</source>
        <translation>
            <numerusform>Una pregunta</numerusform>
            <numerusform>%n preguntas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>leadlight::ScoreLeadPage</name>
    <message>
        <source>Score a lead</source>
        <translation>Puntuar un lead</translation>
    </message>
    <message>
        <source>Nothing here is stored</source>
        <translation>Aquí no se guarda nada</translation>
    </message>
    <message>
        <source>No scorecard to score with yet.</source>
        <translation>Aún no hay tarjeta con la que puntuar.</translation>
    </message>
    <message>
        <source>Load leads first.</source>
        <translation>Cargue leads primero.</translation>
    </message>
    <message>
        <source>Go to Files</source>
        <translation>Ir a Archivos</translation>
    </message>
    <message>
        <source>Go to Scoring</source>
        <translation>Ir a Puntuación</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Paste a row</source>
        <translation>Pegar una fila</translation>
    </message>
    <message>
        <source>Copy result</source>
        <translation>Copiar el resultado</translation>
    </message>
    <message>
        <source>A header line and a row, or a JSON object: columns are matched by name</source>
        <translation>Una línea de encabezado y una fila, o un objeto JSON: las columnas se emparejan por nombre</translation>
    </message>
    <message>
        <source>Back to a typical lead</source>
        <translation>Volver a un lead típico</translation>
    </message>
    <message>
        <source>The lead</source>
        <translation>El lead</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>updates as you type</source>
        <translation>se actualiza al escribir</translation>
    </message>
    <message>
        <source>Why this score</source>
        <translation>Por qué esta puntuación</translation>
    </message>
    <message>
        <source>points</source>
        <translation>puntos</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Y si</translation>
    </message>
    <message>
        <source>score</source>
        <translation>puntuación</translation>
    </message>
    <message>
        <source>What would change it</source>
        <translation>Qué la cambiaría</translation>
    </message>
    <message>
        <source>Tab next field    Left and Right change a slider    Ctrl V paste a row</source>
        <translation>Tab campo siguiente    Izquierda y Derecha mueven un control    Ctrl V pegar una fila</translation>
    </message>
    <message numerus="yes">
        <source>%n fields used by %1 v%2</source>
        <translation>
            <numerusform>%n campo usado por %1 v%2</numerusform>
            <numerusform>%n campos usados por %1 v%2</numerusform>
        </translation>
    </message>
    <message>
        <source>A value does not fit its column. The score is that of the values before.</source>
        <translation>Un valor no encaja en su columna. La puntuación es la de los valores anteriores.</translation>
    </message>
    <message>
        <source>%1 were</source>
        <translation>%1 fuera</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>No single value would raise the score.</source>
        <translation>Ningún valor por sí solo subiría la puntuación.</translation>
    </message>
    <message>
        <source>Each of these alone would raise the score.</source>
        <translation>Cada uno de estos por sí solo subiría la puntuación.</translation>
    </message>
    <message>
        <source>Band %1 takes %2: %3 instead of %4.</source>
        <translation>La banda %1 requiere %2: %3 en vez de %4.</translation>
    </message>
    <message>
        <source>No single value reaches band %1.</source>
        <translation>Ningún valor por sí solo alcanza la banda %1.</translation>
    </message>
    <message>
        <source>Copy a header line and one row, or a JSON object, and paste again.</source>
        <translation>Copie una línea de encabezado y una fila, o un objeto JSON, y pegue de nuevo.</translation>
    </message>
    <message>
        <source>No column of this row is a field here.</source>
        <translation>Ninguna columna de esta fila es un campo aquí.</translation>
    </message>
    <message numerus="yes">
        <source>%n columns matched</source>
        <translation>
            <numerusform>%n columna emparejada</numerusform>
            <numerusform>%n columnas emparejadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values do not fit and stay unknown</source>
        <translation>
            <numerusform>%n valor no encaja y queda desconocido</numerusform>
            <numerusform>%n valores no encajan y quedan desconocidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Puntuación %1</translation>
    </message>
    <message>
        <source>Band %1</source>
        <translation>Banda %1</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Sum of points</source>
        <translation>Suma de puntos</translation>
    </message>
    <message>
        <source>Result copied</source>
        <translation>Resultado copiado</translation>
    </message>
    <message>
        <source>Past leads most like it</source>
        <translation>Los leads anteriores más parecidos</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>converted</source>
        <translation>convirtió</translation>
    </message>
    <message>
        <source>did not</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Tried so far</source>
        <translation>Probado hasta ahora</translation>
    </message>
    <message>
        <source>Double click goes back to it</source>
        <translation>Doble clic vuelve a ello</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>the start</source>
        <translation>el comienzo</translation>
    </message>
    <message>
        <source>Lead %1</source>
        <translation>Lead %1</translation>
    </message>
    <message>
        <source>Back to the lead</source>
        <translation>Volver al lead</translation>
    </message>
    <message>
        <source>Back to the values that the lead has</source>
        <translation>Volver a los valores que tiene el lead</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>era %1</translation>
    </message>
    <message>
        <source>%1 as it is stored: %2. Change a field to see what if.</source>
        <translation>%1 como está guardado: %2. Cambie un campo para ver qué pasaría.</translation>
    </message>
    <message numerus="yes">
        <source>%1: then %2, now %3: %4 by %n changes</source>
        <translation>
            <numerusform>%1: antes %2, ahora %3: %4 por %n cambio</numerusform>
            <numerusform>%1: antes %2, ahora %3: %4 por %n cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>Something else is being loaded. Try again in a moment.</source>
        <translation>Se está cargando otra cosa. Inténtelo en un momento.</translation>
    </message>
    <message>
        <source>Entered by hand</source>
        <translation>Introducido a mano</translation>
    </message>
    <message>
        <source>There is a lead %1 already.</source>
        <translation>Ya hay un lead %1.</translation>
    </message>
    <message>
        <source>Store as a new lead</source>
        <translation>Guardar como lead nuevo</translation>
    </message>
    <message>
        <source>Leads that score like it</source>
        <translation>Leads con puntuación parecida</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>scores of all leads, in their bands</source>
        <translation>puntuaciones de todos los leads, por bandas</translation>
    </message>
    <message>
        <source>Leave the lead; the values stay</source>
        <translation>Dejar el lead; los valores quedan</translation>
    </message>
    <message>
        <source>What if for %1</source>
        <translation>Supuesto para %1</translation>
    </message>
    <message>
        <source>No column is read: every lead scores alike</source>
        <translation>No se lee ninguna columna: todos puntúan igual</translation>
    </message>
    <message>
        <source>no column is read</source>
        <translation>no se lee ninguna columna</translation>
    </message>
</context>
<context>
    <name>leadlight::ScoreMatrixView</name>
    <message>
        <source>What the threshold does</source>
        <translation>Qué hace el umbral</translation>
    </message>
    <message>
        <source>%1 won, %2 missed, %3 called in vain, %4 left alone</source>
        <translation>%1 ganados, %2 perdidos, %3 llamados en vano, %4 sin llamar</translation>
    </message>
    <message>
        <source>converted</source>
        <translation>convirtieron</translation>
    </message>
    <message>
        <source>did not convert</source>
        <translation>no convirtieron</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>perdidos</translation>
    </message>
    <message>
        <source>won</source>
        <translation>ganados</translation>
    </message>
    <message>
        <source>left alone</source>
        <translation>sin llamar</translation>
    </message>
    <message>
        <source>%1 of leads</source>
        <translation>%1 de leads</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>menos de %1</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 o más</translation>
    </message>
    <message>
        <source>in vain</source>
        <translation>en vano</translation>
    </message>
</context>
<context>
    <name>leadlight::ScorecardList</name>
    <message>
        <source>Scorecards</source>
        <translation>Tarjetas</translation>
    </message>
    <message>
        <source>%1, champion</source>
        <translation>%1, campeona</translation>
    </message>
    <message>
        <source>not evaluated</source>
        <translation>sin evaluar</translation>
    </message>
    <message>
        <source>AUC %1</source>
        <translation>AUC %1</translation>
    </message>
</context>
<context>
    <name>leadlight::ScoringBandsCard</name>
    <message>
        <source>Bands</source>
        <translation>Bandas</translation>
    </message>
    <message>
        <source>By team capacity</source>
        <translation>Según la capacidad del equipo</translation>
    </message>
    <message>
        <source>Calls in all</source>
        <translation>Total llamadas</translation>
    </message>
    <message>
        <source>Calls a day</source>
        <translation>Llamadas al día</translation>
    </message>
    <message>
        <source>Share that converts</source>
        <translation>Parte que convierte</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Cuántas</translation>
    </message>
    <message>
        <source>Use as the highest band</source>
        <translation>Usar como banda más alta</translation>
    </message>
    <message>
        <source>Use for all bands</source>
        <translation>Usar para todas las bandas</translation>
    </message>
    <message>
        <source>leads and conversion, 95% interval</source>
        <translation>leads y conversión, intervalo del 95&#x202f;%</translation>
    </message>
    <message>
        <source>leads by score</source>
        <translation>leads por puntuación</translation>
    </message>
    <message>
        <source>In order: %1</source>
        <translation>En orden: %1</translation>
    </message>
    <message>
        <source> beats </source>
        <translation> sobre </translation>
    </message>
    <message>
        <source>Not in order: a lower band converts better than the one above it.</source>
        <translation>Sin orden: una banda inferior convierte mejor que la de encima.</translation>
    </message>
    <message>
        <source>These leads have no date that tells how many come a day.</source>
        <translation>Estos leads no tienen fecha que diga cuántos llegan al día.</translation>
    </message>
    <message>
        <source>No outcome is known for these leads.</source>
        <translation>No se conoce el resultado de estos leads.</translation>
    </message>
    <message>
        <source>No list of 20 leads or more converts at %1.</source>
        <translation>Ninguna lista de 20 leads o más convierte al %1.</translation>
    </message>
    <message>
        <source>%1 leads come a day. </source>
        <translation>Llegan %1 leads al día. </translation>
    </message>
    <message>
        <source>The best %1 score %2 or more</source>
        <translation>Los mejores %1 puntúan %2 o más</translation>
    </message>
    <message>
        <source>%1; %2 of them convert (%3).</source>
        <translation>%1; de ellos convierte el %2 (%3).</translation>
    </message>
    <message>
        <source>Band %1 starts at %2</source>
        <translation>La banda %1 empieza en %2</translation>
    </message>
    <message>
        <source>Bands by capacity</source>
        <translation>Bandas según capacidad</translation>
    </message>
    <message>
        <source> There are no more leads.</source>
        <translation> No hay más leads.</translation>
    </message>
    <message>
        <source> From %1 on there would be %2.</source>
        <translation> Desde %1 serían %2.</translation>
    </message>
    <message>
        <source>Even the best score, %1, has %2.</source>
        <translation>Incluso la mejor puntuación, %1, tiene %2.</translation>
    </message>
</context>
<context>
    <name>leadlight::ScoringCompareTab</name>
    <message>
        <source>Challenger</source>
        <translation>Aspirante</translation>
    </message>
    <message>
        <source>Promote the challenger</source>
        <translation>Ascender a la aspirante</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>the difference with its 95% interval</source>
        <translation>la diferencia con su intervalo del 95&#x202f;%</translation>
    </message>
    <message>
        <source>Champion</source>
        <translation>Campeona</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Who moves band</source>
        <translation>Quién cambia de banda</translation>
    </message>
    <message>
        <source>Seen most differently</source>
        <translation>Los que ven más distinto</translation>
    </message>
    <message>
        <source>leads whose rank changes most; choose one to see why</source>
        <translation>leads cuyo puesto más cambia; elija uno para ver por qué</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>There is nothing to compare with yet. Train or import another scorecard.</source>
        <translation>Aún no hay con qué comparar. Entrene o importe otra tarjeta.</translation>
    </message>
    <message>
        <source>Without leads there is nothing to compare.</source>
        <translation>Sin leads no hay nada que comparar.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>Judged on leads neither had seen: n = %1</source>
        <translation>Juzgadas con leads que ninguna había visto: n = %1</translation>
    </message>
    <message>
        <source>both need bands</source>
        <translation>ambas necesitan bandas</translation>
    </message>
    <message>
        <source>%1 of %2 leads change band. No outcome is known, so nobody can say which is better.</source>
        <translation>%1 de %2 leads cambian de banda. No se conoce el resultado, así que nadie puede decir cuál es mejor.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Too little data to tell the two apart.</source>
        <translation>Faltan datos para distinguir las dos.</translation>
    </message>
    <message>
        <source>The challenger is ahead by %1 AUC, interval %2.</source>
        <translation>La aspirante va por delante en %1 de AUC, intervalo %2.</translation>
    </message>
    <message>
        <source>The champion is ahead by %1 AUC, interval %2.</source>
        <translation>La campeona va por delante en %1 de AUC, intervalo %2.</translation>
    </message>
    <message>
        <source>These leads cannot tell the two apart: the difference in AUC is %1, interval %2.</source>
        <translation>Estos leads no distinguen las dos: la diferencia de AUC es %1, intervalo %2.</translation>
    </message>
    <message>
        <source> (%1 to %2)</source>
        <translation> (%1 a %2)</translation>
    </message>
    <message>
        <source>converted</source>
        <translation>convirtió</translation>
    </message>
    <message>
        <source>less is better</source>
        <translation>cuanto menos, mejor</translation>
    </message>
    <message>
        <source>%1 of %2 leads; rows: champion</source>
        <translation>%1 de %2 leads; filas: campeona</translation>
    </message>
    <message>
        <source>points for lead %1, each in its scorecard&apos;s own unit</source>
        <translation>puntos del lead %1, cada tarjeta en su unidad</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>did not</source>
        <translation>no</translation>
    </message>
    <message>
        <source>difference with its 95% interval; a dash: points give no chance</source>
        <translation>diferencia con intervalo del 95&#x202f;%; una raya: los puntos no dan probabilidad</translation>
    </message>
    <message>
        <source>Both have seen these leads, which flatters them; evaluate both to be fair. n = %1</source>
        <translation>Ambas han visto estos leads, lo que las favorece; evalúe ambas para ser justo. n = %1</translation>
    </message>
    <message>
        <source>The champion has seen these leads, which flatters it; evaluate it to be fair. n = %1</source>
        <translation>La campeona ha visto estos leads, lo que la favorece; evalúela para ser justo. n = %1</translation>
    </message>
    <message>
        <source>The challenger has seen these leads, which flatters it; evaluate it to be fair. n = %1</source>
        <translation>La aspirante ha visto estos leads, lo que la favorece; evalúela para ser justo. n = %1</translation>
    </message>
</context>
<context>
    <name>leadlight::ScoringEffectCard</name>
    <message>
        <source>Leads by score, before and after</source>
        <translation>Leads por puntuación, antes y después</translation>
    </message>
    <message>
        <source>score</source>
        <translation>puntuación</translation>
    </message>
    <message>
        <source>after</source>
        <translation>después</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>AUC %1, before %2</source>
        <translation>AUC %1, antes %2</translation>
    </message>
    <message>
        <source>: it ranks better.</source>
        <translation>: ordena mejor.</translation>
    </message>
    <message>
        <source>: it ranks worse.</source>
        <translation>: ordena peor.</translation>
    </message>
    <message>
        <source>: no difference that these leads can show.</source>
        <translation>: ninguna diferencia que estos leads puedan mostrar.</translation>
    </message>
    <message>
        <source>What your edits change</source>
        <translation>Qué cambian sus ediciones</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>Guardar como versión nueva</translation>
    </message>
    <message>
        <source>Bands before and after</source>
        <translation>Bandas antes y después</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Banda</translation>
    </message>
    <message>
        <source>Leads before</source>
        <translation>Leads antes</translation>
    </message>
    <message>
        <source>Convert before</source>
        <translation>Convierten antes</translation>
    </message>
    <message>
        <source>No lead changes band.</source>
        <translation>Ningún lead cambia de banda.</translation>
    </message>
    <message>
        <source>%1 of %2 leads change band.</source>
        <translation>%1 de %2 leads cambian de banda.</translation>
    </message>
</context>
<context>
    <name>leadlight::ScoringEvaluateTab</name>
    <message>
        <source>How to judge</source>
        <translation>Cómo juzgar</translation>
    </message>
    <message>
        <source>5 folds</source>
        <translation>5 partes</translation>
    </message>
    <message>
        <source>The newest fifth</source>
        <translation>El quinto más reciente</translation>
    </message>
    <message>
        <source>5 folds: every lead is judged by what the others teach. The newest fifth: by what older leads teach, as in daily use.</source>
        <translation>5 partes: cada lead se juzga con lo que enseñan los demás. El quinto más reciente: con lo que enseñan los más antiguos, como en el uso diario.</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Evaluar</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Ganancia</translation>
    </message>
    <message>
        <source>Conversions found, best scores first</source>
        <translation>Conversiones halladas</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>Conversions found against others called</source>
        <translation>Conversiones halladas y llamadas en vano</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>Precisión y alcance</translation>
    </message>
    <message>
        <source>How pure the list is as it grows</source>
        <translation>Lo pura que es la lista al crecer</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Mejora</translation>
    </message>
    <message>
        <source>Times the average conversion</source>
        <translation>Veces la conversión media</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibración</translation>
    </message>
    <message>
        <source>Evaluating %1</source>
        <translation>Evaluando %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>Without a known outcome there is nothing to judge by.</source>
        <translation>Sin un resultado conocido no hay con qué juzgar.</translation>
    </message>
    <message>
        <source>All leads have the same outcome, so there is nothing to tell apart.</source>
        <translation>Todos los leads tienen el mismo resultado: no hay nada que distinguir.</translation>
    </message>
    <message>
        <source>Of two leads, one converted and one not, it puts the right one first in %1 (%2 to %3).</source>
        <translation>De dos leads, uno que convirtió y otro que no, pone primero al correcto en el %1 (%2 a %3).</translation>
    </message>
    <message>
        <source>It ranks leads the wrong way round. </source>
        <translation>Ordena los leads al revés. </translation>
    </message>
    <message>
        <source>It ranks no better than chance on these leads. </source>
        <translation>En estos leads no ordena mejor que el azar. </translation>
    </message>
    <message>
        <source>Too little data to trust: %1 converted, %2 did not.</source>
        <translation>Faltan datos para fiarse: %1 convirtieron, %2 no.</translation>
    </message>
    <message>
        <source>The bands are not in order: a lower one converts better than the one above it.</source>
        <translation>Las bandas no están en orden: una inferior convierte mejor que la de encima.</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>PR-AUC</source>
        <translation>PR-AUC</translation>
    </message>
    <message>
        <source>by chance %1</source>
        <translation>al azar %1</translation>
    </message>
    <message>
        <source>Log-loss</source>
        <translation>Pérdida log.</translation>
    </message>
    <message>
        <source>blind guess %1</source>
        <translation>a ciegas %1</translation>
    </message>
    <message>
        <source>Brier</source>
        <translation>Brier</translation>
    </message>
    <message>
        <source>ECE</source>
        <translation>ECE</translation>
    </message>
    <message>
        <source>mean gap to what came</source>
        <translation>distancia media a lo ocurrido</translation>
    </message>
    <message>
        <source>Lift at 10%</source>
        <translation>Mejora al 10&#x202f;%</translation>
    </message>
    <message>
        <source>times the average</source>
        <translation>veces la media</translation>
    </message>
    <message>
        <source>Capture at 20%</source>
        <translation>Captura al 20&#x202f;%</translation>
    </message>
    <message>
        <source>of all conversions</source>
        <translation>de todas las conversiones</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>before calibration %1</source>
        <translation>antes de calibrar %1</translation>
    </message>
    <message>
        <source>What was predicted and what came, with 95% intervals</source>
        <translation>Lo previsto y lo ocurrido, con intervalos del 95&#x202f;%</translation>
    </message>
    <message>
        <source>points give no chance</source>
        <translation>sin probabilidad: solo puntos</translation>
    </message>
    <message>
        <source>held back: %1</source>
        <translation>apartados: %1</translation>
    </message>
    <message>
        <source>points only</source>
        <translation>solo puntos</translation>
    </message>
    <message>
        <source>AUC, seen leads</source>
        <translation>AUC, leads vistos</translation>
    </message>
    <message>
        <source>mean gap</source>
        <translation>distancia media</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>antes %1</translation>
    </message>
    <message>
        <source>of conversions</source>
        <translation>de conversiones</translation>
    </message>
</context>
<context>
    <name>leadlight::ScoringPage</name>
    <message>
        <source>Scoring</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>No scorecard fits these leads yet.</source>
        <translation>Aún ninguna tarjeta encaja con estos leads.</translation>
    </message>
    <message>
        <source>Import one to score them.</source>
        <translation>Importe una para puntuarlos.</translation>
    </message>
    <message>
        <source>Import a scorecard</source>
        <translation>Importar una tarjeta</translation>
    </message>
    <message>
        <source>Score all leads again</source>
        <translation>Puntuar todos los leads de nuevo</translation>
    </message>
    <message>
        <source>Make champion</source>
        <translation>Hacer campeona</translation>
    </message>
    <message>
        <source>Scores every lead with this scorecard</source>
        <translation>Puntúa cada lead con esta tarjeta</translation>
    </message>
    <message>
        <source>Scorecards</source>
        <translation>Tarjetas</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, versión %2</translation>
    </message>
    <message>
        <source>Scorecards (*.json)</source>
        <translation>Tarjetas (*.json)</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entrenar</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Evaluar</translation>
    </message>
    <message>
        <source>Threshold studio</source>
        <translation>Estudio del umbral</translation>
    </message>
    <message>
        <source>Champion and challenger</source>
        <translation>Campeona y aspirante</translation>
    </message>
    <message>
        <source>Train a scorecard</source>
        <translation>Entrenar una tarjeta</translation>
    </message>
    <message>
        <source>Up and Down choose a scorecard</source>
        <translation>Arriba y Abajo eligen una tarjeta</translation>
    </message>
    <message>
        <source>Left and Right move the threshold</source>
        <translation>Izquierda y Derecha mueven el umbral</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Versions of this scorecard</source>
        <translation>Versiones de esta tarjeta</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exportar %1</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Exportado a %1.</translation>
    </message>
    <message>
        <source>Back to version %1</source>
        <translation>Vuelta a la versión %1</translation>
    </message>
    <message>
        <source>AUC: on leads not learned from</source>
        <translation>AUC: en leads no aprendidos</translation>
    </message>
</context>
<context>
    <name>leadlight::ScoringPointsTab</name>
    <message>
        <source>Points edited by hand</source>
        <translation>Puntos editados a mano</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Every lead starts at %1; the points of its terms are added, and the sum is turned into a chance from 0 to 100.</source>
        <translation>Cada lead empieza en %1; se suman los puntos de sus términos, y la suma se convierte en una probabilidad de 0 a 100.</translation>
    </message>
    <message>
        <source>Every lead starts at %1; the points of its terms are added. The sum is the score.</source>
        <translation>Cada lead empieza en %1; se suman los puntos de sus términos. La suma es la puntuación.</translation>
    </message>
    <message>
        <source>Drag the end of a bar, or press Return on it, to try other points.</source>
        <translation>Arrastre el extremo de una barra, o pulse Intro en ella, para probar otros puntos.</translation>
    </message>
    <message>
        <source>List and edit the steps</source>
        <translation>Ver y editar los tramos</translation>
    </message>
    <message>
        <source>Fold the steps</source>
        <translation>Ocultar los tramos</translation>
    </message>
    <message>
        <source>Points of every term</source>
        <translation>Puntos de cada término</translation>
    </message>
    <message>
        <source>It has no terms, so every lead gets the same score; learned scorecards are so where no column tells who converts.</source>
        <translation>No tiene términos, así que todos los leads tienen la misma puntuación; las tarjetas aprendidas son así cuando ninguna columna dice quién convierte.</translation>
    </message>
</context>
<context>
    <name>leadlight::ScoringSaveDialog</name>
    <message>
        <source>Save as a new version</source>
        <translation>Guardar como versión nueva</translation>
    </message>
    <message>
        <source>Make it the champion now and score all leads with it</source>
        <translation>Hacerla campeona ahora y puntuar todos los leads con ella</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Why this version</source>
        <translation>Por qué esta versión</translation>
    </message>
    <message>
        <source>Earlier versions are kept; each can be taken back.</source>
        <translation>Las versiones anteriores se conservan; se puede volver a cada una.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>leadlight::ScoringStudioTab</name>
    <message>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>Scores by outcome</source>
        <translation>Puntuaciones por resultado</translation>
    </message>
    <message>
        <source>Drag the line, or press Left and Right. Converted above, the rest below.</source>
        <translation>Arrastre la línea, o pulse Izquierda y Derecha. Convertidos arriba, el resto abajo.</translation>
    </message>
    <message>
        <source>What the threshold does</source>
        <translation>Qué hace el umbral</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Ganancia</translation>
    </message>
    <message>
        <source>Conversions found, best scores first</source>
        <translation>Conversiones halladas</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibración</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Dinero</translation>
    </message>
    <message>
        <source>Value of a win</source>
        <translation>Valor de una venta</translation>
    </message>
    <message>
        <source>Cost of a call</source>
        <translation>Coste de una llamada</translation>
    </message>
    <message>
        <source>a win earns</source>
        <translation>una venta da</translation>
    </message>
    <message>
        <source>a call costs</source>
        <translation>llamar cuesta</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>Mean gap %1 points</source>
        <translation>Distancia media %1 puntos</translation>
    </message>
    <message>
        <source>%1 leads, %2 converted</source>
        <translation>%1 leads, %2 convirtieron</translation>
    </message>
    <message>
        <source>No lead scores %1 or more.</source>
        <translation>Ningún lead puntúa %1 o más.</translation>
    </message>
    <message>
        <source>%1 leads score %2 or more.</source>
        <translation>%1 leads puntúan %2 o más.</translation>
    </message>
    <message>
        <source>Only %1 leads score %2 or more, %3 of them converted: too few for a rate.</source>
        <translation>Solo %1 leads puntúan %2 o más, de ellos convirtieron %3: muy pocos para una tasa.</translation>
    </message>
    <message>
        <source>Call the %1 leads that score %2 or more: %3 convert (%4), %5 of all conversions.</source>
        <translation>Llame a los %1 leads que puntúan %2 o más: convierte el %3 (%4), el %5 de todas las conversiones.</translation>
    </message>
    <message>
        <source>%1 reached</source>
        <translation>%1 alcanzado</translation>
    </message>
    <message>
        <source>with %1 called</source>
        <translation>con %1 llamado</translation>
    </message>
    <message>
        <source>best %1 at %2</source>
        <translation>lo mejor %1 en %2</translation>
    </message>
    <message>
        <source>every call loses money</source>
        <translation>cada llamada pierde dinero</translation>
    </message>
    <message>
        <source>at %1: %2</source>
        <translation>en %1: %2</translation>
    </message>
    <message>
        <source>Start band %1 at %2</source>
        <translation>Empezar la banda %1 en %2</translation>
    </message>
    <message>
        <source>%1 convert</source>
        <translation>%1 convierten</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Puntuaciones</translation>
    </message>
    <message>
        <source>Drag the line, or press Left and Right.</source>
        <translation>Arrastre la línea, o pulse Izquierda y Derecha.</translation>
    </message>
</context>
<context>
    <name>leadlight::ScoringTab</name>
    <message>
        <source>Judged on leads the scorecard had not seen: %1 folds, n = %2</source>
        <translation>Juzgada con leads que la tarjeta no había visto: %1 partes, n = %2</translation>
    </message>
    <message>
        <source>Judged on leads the scorecard had not seen: one part in %1, n = %2</source>
        <translation>Juzgada con leads que la tarjeta no había visto: una parte de %1, n = %2</translation>
    </message>
    <message>
        <source>Judged on the newest leads, from %1 on, by what the older ones teach: n = %2</source>
        <translation>Juzgada con los leads más recientes, desde %1, por lo que enseñan los anteriores: n = %2</translation>
    </message>
    <message>
        <source>No outcome is known for these leads: n = %1</source>
        <translation>No se conoce el resultado de estos leads: n = %1</translation>
    </message>
    <message>
        <source>The leads it learned from are among these, so new leads will fare less well. Evaluate tells by how much. n = %1</source>
        <translation>Entre estos están los leads de los que aprendió, así que a los nuevos les irá peor. Evaluar dice cuánto. n = %1</translation>
    </message>
    <message>
        <source>Written by hand and counted on all leads with an outcome: n = %1</source>
        <translation>Escrita a mano y contada en todos los leads con resultado: n = %1</translation>
    </message>
    <message>
        <source>Counted on the leads it learned from, which flatters it: on leads held back its AUC was %1. Evaluate tells all figures for such leads. n = %2</source>
        <translation>Contado en los leads de los que aprendió, lo que la favorece: en leads apartados su AUC fue %1. Evaluar da todas las cifras con leads así. n = %2</translation>
    </message>
</context>
<context>
    <name>leadlight::ScoringTrainTab</name>
    <message>
        <source>Choose an outcome and train: the leads teach the points, and leads held back say how good they are.</source>
        <translation>Elija un resultado y entrene: los leads enseñan los puntos, y los leads apartados dicen lo buenos que son.</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Aprendida</translation>
    </message>
    <message>
        <source>No column of these leads can be an outcome: it needs two values or more.</source>
        <translation>Ninguna columna de estos leads puede ser un resultado: hacen falta dos valores o más.</translation>
    </message>
    <message>
        <source>Tick the values that count as converted, and leave others.</source>
        <translation>Marque los valores que cuentan como conversión y deje otros sin marcar.</translation>
    </message>
    <message>
        <source>%1 of %2 leads converted (%3).</source>
        <translation>%1 de %2 leads convirtieron (%3).</translation>
    </message>
    <message>
        <source>Training %1</source>
        <translation>Entrenando %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 is learned (%2). On leads it had not seen, the best 20% of scores hold %3 of all conversions; AUC %4 (%5 to %6), n = %7.</source>
        <translation>%1 está aprendida (%2). En leads que no había visto, el mejor 20&#x202f;% de puntuaciones reúne el %3 de las conversiones; AUC %4 (%5 a %6), n = %7.</translation>
    </message>
    <message>
        <source>That is no better than chance: these columns do not tell.</source>
        <translation>No es mejor que el azar: estas columnas no dicen nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n columns say nothing and were left out.</source>
        <translation>
            <numerusform>%n columna no dice nada y quedó fuera.</numerusform>
            <numerusform>%n columnas no dicen nada y quedaron fuera.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the column that says how it ended.</source>
        <translation>Elija la columna que dice cómo acabó.</translation>
    </message>
</context>
<context>
    <name>leadlight::ScoringVersionsDialog</name>
    <message>
        <source>Versions of %1</source>
        <translation>Versiones de %1</translation>
    </message>
    <message>
        <source>Going back saves the earlier version anew, so that nothing is lost.</source>
        <translation>Volver guarda de nuevo la versión anterior, así que nada se pierde.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Hecha por</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>%1, champion</source>
        <translation>%1, campeona</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Go back to this version</source>
        <translation>Volver a esta versión</translation>
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
    <message>
        <source>Sending corrected rows of load %1 again</source>
        <translation>Enviando de nuevo filas corregidas de la carga %1</translation>
    </message>
    <message>
        <source>Reading the leads as of load %1</source>
        <translation>Leyendo los leads tras la carga %1</translation>
    </message>
    <message>
        <source>Making a snapshot</source>
        <translation>Haciendo una instantánea</translation>
    </message>
    <message>
        <source>The snapshot %1 is made.</source>
        <translation>La instantánea %1 está hecha.</translation>
    </message>
    <message>
        <source>Going back to a snapshot</source>
        <translation>Volviendo a una instantánea</translation>
    </message>
    <message>
        <source>The store is as it was in snapshot %1.</source>
        <translation>El almacén está como en la instantánea %1.</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>Guardando %1</translation>
    </message>
    <message>
        <source>%1, version %2, is saved.</source>
        <translation>%1, versión %2, está guardada.</translation>
    </message>
</context>
<context>
    <name>leadlight::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aspecto e idioma</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claros</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuros</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Numbers and dates</source>
        <translation>Números y fechas</translation>
    </message>
    <message>
        <source>As the language</source>
        <translation>Como el idioma</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Menus come at once, and the text cursor does not blink.</source>
        <translation>Los menús aparecen al instante y el cursor de texto no parpadea.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Hide names, e-mail and phone</source>
        <translation>Ocultar nombres, correo y teléfono</translation>
    </message>
    <message>
        <source>For demonstrations: every page, copies and exports show m•••@•••.</source>
        <translation>Para demostraciones: cada página, las copias y las exportaciones muestran m•••@•••.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Almacén</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Tamaño de todo</translation>
    </message>
    <message>
        <source>From the next start.</source>
        <translation>Desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Opened at the start</source>
        <translation>Se abre al inicio</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>El mío</translation>
    </message>
    <message>
        <source>The store to open at the start</source>
        <translation>El almacén que se abre al inicio</translation>
    </message>
    <message>
        <source>Leadlight stores (*.db);;All files (*)</source>
        <translation>Almacenes de Leadlight (*.db);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>leadlight::ShortcutsSheet</name>
    <message>
        <source>All keys</source>
        <translation>Todas las teclas</translation>
    </message>
    <message>
        <source>On the pages</source>
        <translation>En las páginas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
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
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
</context>
<context>
    <name>leadlight::SnapshotDialog</name>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Contiene</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Instantáneas</translation>
    </message>
    <message>
        <source>A snapshot is a checked copy of the whole store: leads, history, scorecards. It stays on this machine.</source>
        <translation>Una instantánea es una copia comprobada de todo el almacén: leads, historial, tarjetas de puntuación. No sale de este equipo.</translation>
    </message>
    <message>
        <source>No snapshot yet. Make one before a change you may regret.</source>
        <translation>Aún no hay instantáneas. Haga una antes de un cambio del que pueda arrepentirse.</translation>
    </message>
    <message>
        <source>Make a snapshot</source>
        <translation>Hacer una instantánea</translation>
    </message>
    <message>
        <source>Go back to this one…</source>
        <translation>Volver a esta…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Keep the leads as they are</source>
        <translation>Dejar los leads como están</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Everything since %1 will be gone from the store.</source>
        <translation>Todo lo posterior a %1 desaparecerá del almacén.</translation>
    </message>
</context>
<context>
    <name>leadlight::StandView</name>
    <message>
        <source>Scores of all leads</source>
        <translation>Puntuaciones de todos los leads</translation>
    </message>
</context>
<context>
    <name>leadlight::StatusLine</name>
    <message>
        <source>Names, e-mail and phone are hidden</source>
        <translation>Nombres, correo y teléfono están ocultos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniendo</translation>
    </message>
    <message>
        <source>For demonstrations: on every page, in copies and in exports.</source>
        <translation>Para demostraciones: en todas las páginas, en las copias y en las exportaciones.</translation>
    </message>
    <message>
        <source>Ctrl K search    F1 keys</source>
        <translation>Ctrl K buscar    F1 teclas</translation>
    </message>
</context>
<context>
    <name>leadlight::StoreLeadDialog</name>
    <message>
        <source>Store as a new lead</source>
        <translation>Guardar como lead nuevo</translation>
    </message>
    <message>
        <source>The values of the form become a lead of their own. It is a load like any other and can be undone on the Files page.</source>
        <translation>Los valores del formulario pasan a ser un lead propio. Es una carga como cualquier otra y se puede deshacer en la página Archivos.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>leadlight::SwitchField</name>
    <message>
        <source>Press again for unknown</source>
        <translation>Pulse otra vez para desconocido</translation>
    </message>
</context>
<context>
    <name>leadlight::TextGrid</name>
    <message>
        <source>First rows of the file</source>
        <translation>Primeras filas del archivo</translation>
    </message>
</context>
<context>
    <name>leadlight::Toast</name>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
</context>
<context>
    <name>leadlight::Tour</name>
    <message>
        <source>Tour</source>
        <translation>Recorrido</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Terminar el recorrido</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>leadlight::TrainForm</name>
    <message>
        <source>Train a scorecard</source>
        <translation>Entrenar una tarjeta</translation>
    </message>
    <message>
        <source>The same leads, choices and seed give the same scorecard.</source>
        <translation>Los mismos leads, opciones y semilla dan la misma tarjeta.</translation>
    </message>
    <message>
        <source>Outcome column</source>
        <translation>Columna del resultado</translation>
    </message>
    <message>
        <source>Values that count as converted</source>
        <translation>Valores que cuentan como conversión</translation>
    </message>
    <message>
        <source>Way of learning</source>
        <translation>Modo de aprender</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What to learn from</source>
        <translation>De qué aprender</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Dejarlas fuera</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Qué contiene</translation>
    </message>
    <message>
        <source>Its points</source>
        <translation>Sus puntos</translation>
    </message>
    <message>
        <source>Look here</source>
        <translation>Mire aquí</translation>
    </message>
    <message>
        <source>only rise</source>
        <translation>solo suben</translation>
    </message>
    <message>
        <source>only fall</source>
        <translation>solo bajan</translation>
    </message>
    <message>
        <source>Points of %1</source>
        <translation>Puntos de %1</translation>
    </message>
    <message>
        <source>%1 of %2 columns</source>
        <translation>%1 de %2 columnas</translation>
    </message>
    <message numerus="yes">
        <source>%n columns look written after the outcome. A scorecard that learns from them ranks the past and says nothing about new leads.</source>
        <translation>
            <numerusform>%n columna parece escrita después del resultado. Una tarjeta que aprende de ella ordena el pasado y no dice nada de los leads nuevos.</numerusform>
            <numerusform>%n columnas parecen escritas después del resultado. Una tarjeta que aprende de ellas ordena el pasado y no dice nada de los leads nuevos.</numerusform>
        </translation>
    </message>
    <message>
        <source>What to predict</source>
        <translation>Qué prever</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Semilla aleatoria</translation>
    </message>
    <message>
        <source>any shape</source>
        <translation>cualquier forma</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>leadlight::ValueChart</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>leadlight::ViewNameDialog</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>The filter and this page are kept under this name.</source>
        <translation>El filtro y esta página se guardan con este nombre.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>leadlight::ViewsDialog</name>
    <message>
        <source>Saved views</source>
        <translation>Vistas guardadas</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renombrar…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Renombrar la vista</translation>
    </message>
    <message>
        <source>No view is saved yet. Ctrl+Shift+S saves what you see.</source>
        <translation>Aún no hay vistas guardadas. Ctrl+Mayús+S guarda lo que ve.</translation>
    </message>
</context>
<context>
    <name>leadlight::WatchStrip</name>
    <message>
        <source>Watching</source>
        <translation>Vigilando</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Otra carpeta…</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Dejar de vigilar</translation>
    </message>
    <message>
        <source>Watching %1: %2</source>
        <translation>Vigilando %1: %2</translation>
    </message>
</context>
<context>
    <name>leadlight::WhatIfView</name>
    <message>
        <source>What if</source>
        <translation>Y si</translation>
    </message>
</context>
</TS>
