<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
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
        <translation>%1 tras el ajuste fino con %2: estimado %3, medido %4</translation>
    </message>
    <message>
        <source>%1 and %2: not defined</source>
        <translation>%1 y %2: no definido</translation>
    </message>
    <message numerus='yes'>
        <source>%1 and %n more</source>
        <translation><numerusform>%1 y %n más</numerusform><numerusform>%1 y %n más</numerusform></translation>
    </message>
    <message>
        <source>%1 apart from %2</source>
        <translation>%1 separado de %2</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>No se pudo escribir %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 falló</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 has no rows in this split</source>
        <translation>%1 no tiene filas en esta parte</translation>
    </message>
    <message>
        <source>%1 helps %2 by %3</source>
        <translation>%1 ayuda a %2 en %3</translation>
    </message>
    <message>
        <source>%1 hurts %2 by %3</source>
        <translation>%1 perjudica a %2 en %3</translation>
    </message>
    <message>
        <source>%1 in group %2</source>
        <translation>%1 en el grupo %2</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 ha terminado</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 of %2 sources chosen for %3 in %4; the estimate took %5 sets of sources.</source>
        <translation>%1 de %2 fuentes elegidas para %3 en %4; la estimación abarcó %5 conjuntos de fuentes.</translation>
    </message>
    <message>
        <source>%1 of the rows are also in %2</source>
        <translation>El %1 de las filas está también en %2</translation>
    </message>
    <message>
        <source>%1 of the rows of %2 are also in %3</source>
        <translation>%1 de las filas de %2 también están en %3</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 puntos</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 quitado</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>%1 to group %2</source>
        <translation>%1 al grupo %2</translation>
    </message>
    <message>
        <source>%1 training rows, %2 tokens</source>
        <translation>%1 filas de entrenamiento, %2 tokens</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>%1 usados</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 con %2</translation>
    </message>
    <message>
        <source>%1 — Consort</source>
        <translation>%1 — Consort</translation>
    </message>
    <message>
        <source>%1 … %2, 95 % bootstrap over the test rows</source>
        <translation>%1 … %2, bootstrap del 95 % sobre las filas de prueba</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 M parameters, %3</source>
        <translation>%1, %2 M de parámetros, %3</translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n datasets</source>
        <translation><numerusform>%1, %n conjunto de datos</numerusform><numerusform>%1, %n conjuntos de datos</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n groups</source>
        <translation><numerusform>%1, %n grupo</numerusform><numerusform>%1, %n grupos</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%1, %n members</source>
        <translation><numerusform>%1, %n miembro</numerusform><numerusform>%1, %n miembros</numerusform></translation>
    </message>
    <message>
        <source>%1, knee</source>
        <translation>%1, codo</translation>
    </message>
    <message>
        <source>%1, row %2 of %3, %4 tokens</source>
        <translation>%1, fila %2 de %3, %4 tokens</translation>
    </message>
    <message>
        <source>%1. Drag it to a file manager or a document.</source>
        <translation>%1. Arrástrelo a un gestor de archivos o a un documento.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 (Ctrl+%3)</source>
        <translation>%1: %2 (Ctrl+%3)</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: falló</translation>
    </message>
    <message numerus='yes'>
        <source>%n baselines</source>
        <translation><numerusform>%n referencia</numerusform><numerusform>%n referencias</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n datasets</source>
        <translation><numerusform>%n conjunto de datos</numerusform><numerusform>%n conjuntos de datos</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n datasets removed</source>
        <translation><numerusform>%n conjunto de datos quitado</numerusform><numerusform>%n conjuntos de datos quitados</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n files</source>
        <translation><numerusform>%n archivo</numerusform><numerusform>%n archivos</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n files, %1</source>
        <translation><numerusform>%n archivo, %1</numerusform><numerusform>%n archivos, %1</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n findings</source>
        <translation><numerusform>%n hallazgo</numerusform><numerusform>%n hallazgos</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n groups</source>
        <translation><numerusform>%n grupo</numerusform><numerusform>%n grupos</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n groups, %1</source>
        <translation><numerusform>%n grupo, %1</numerusform><numerusform>%n grupos, %1</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n items were not understood and not added</source>
        <translation><numerusform>%n elemento no se entendió y no se añadió</numerusform><numerusform>%n elementos no se entendieron y no se añadieron</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n jobs</source>
        <translation><numerusform>%n tarea</numerusform><numerusform>%n tareas</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n jobs are still running</source>
        <translation><numerusform>%n tarea sigue en marcha</numerusform><numerusform>%n tareas siguen en marcha</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n labels</source>
        <translation><numerusform>%n etiqueta</numerusform><numerusform>%n etiquetas</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n pairs of losses</source>
        <translation><numerusform>%n par de pérdidas</numerusform><numerusform>%n pares de pérdidas</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n real fine-tunings</source>
        <translation><numerusform>%n ajuste real</numerusform><numerusform>%n ajustes reales</numerusform></translation>
    </message>
    <message numerus='yes'>
        <source>%n with findings</source>
        <translation><numerusform>%n con hallazgos</numerusform><numerusform>%n con hallazgos</numerusform></translation>
    </message>
    <message>
        <source>&amp;About Consort</source>
        <translation>&amp;Acerca de Consort</translation>
    </message>
    <message>
        <source>&amp;Add datasets…</source>
        <translation>&amp;Añadir datos…</translation>
    </message>
    <message>
        <source>&amp;Change how it is read…</source>
        <translation>Cambiar &amp;cómo se lee…</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>&amp;Vaciar la lista</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>Paleta de &amp;órdenes…</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>Tema &amp;oscuro</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Estimate affinity</source>
        <translation>&amp;Estimar la afinidad</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Pantalla completa</translation>
    </message>
    <message>
        <source>&amp;Group datasets again</source>
        <translation>Volver a a&amp;grupar</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Keep with</source>
        <translation>&amp;Junto con</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>Tema &amp;claro</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Manual</translation>
    </message>
    <message>
        <source>&amp;Move to</source>
        <translation>&amp;Mover a</translation>
    </message>
    <message>
        <source>&amp;New group</source>
        <translation>&amp;Grupo nuevo</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>Proyecto &amp;nuevo…</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>&amp;Abrir proyecto…</translation>
    </message>
    <message>
        <source>&amp;Pin to group %1</source>
        <translation>&amp;Fijar al grupo %1</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Proyecto</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Read again from its files</source>
        <translation>&amp;Leer otra vez de sus archivos</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Rehacer %1</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Restablecer la disposición</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ejecutar</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>A&amp;justes…</translation>
    </message>
    <message>
        <source>&amp;Stop and save</source>
        <translation>&amp;Detener y guardar</translation>
    </message>
    <message>
        <source>&amp;System theme</source>
        <translation>Tema del &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Herramientas</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>&amp;Recorrido por la ventana</translation>
    </message>
    <message>
        <source>&amp;Train the groups</source>
        <translation>&amp;Entrenar los grupos</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Deshacer %1</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;What is dataset affinity?</source>
        <translation>¿&amp;Qué es la afinidad entre datos?</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>Ve&amp;ntana</translation>
    </message>
    <message>
        <source>&amp;Worth of the members</source>
        <translation>&amp;Valor de los miembros</translation>
    </message>
    <message>
        <source>, %1 cut</source>
        <translation>, %1 cortados</translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>, quedan %1</translation>
    </message>
    <message>
        <source>, %1 of this run left</source>
        <translation>, quedan %1 de esta ejecución</translation>
    </message>
    <message>
        <source>, or not at all</source>
        <translation>, o nada</translation>
    </message>
    <message>
        <source>1  Drop datasets</source>
        <translation>1  Suelte los datos</translation>
    </message>
    <message>
        <source>10 datasets, small model, whole loop in 5 min</source>
        <translation>10 conjuntos de datos, modelo pequeño, todo en 5 min</translation>
    </message>
    <message>
        <source>2  See who helps whom</source>
        <translation>2  Vea quién ayuda a quién</translation>
    </message>
    <message>
        <source>3  Choose the groups</source>
        <translation>3  Elija los grupos</translation>
    </message>
    <message>
        <source>3 epochs over every group's tokens: tokens × (4 × weights of the blocks + 6 × adapter parameters)</source>
        <translation>3 épocas sobre los tokens de cada grupo: tokens × (4 × pesos de los bloques + 6 × parámetros del adaptador)</translation>
    </message>
    <message>
        <source>4  Train and export</source>
        <translation>4  Entrene y exporte</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Intervalo del 95 %</translation>
    </message>
    <message>
        <source>95 % interval of the weight: %1 to %2</source>
        <translation>Intervalo del 95 % del peso: %1 a %2</translation>
    </message>
    <message>
        <source>95 % over validation rows, the datasets fixed</source>
        <translation>95 % sobre las filas de validación, con los datos fijos</translation>
    </message>
    <message>
        <source>&lt;p&gt;Consort is free software under the GNU General Public License, version 3 or later.&lt;/p&gt;&lt;p&gt;After EnsembleLoRA (ACL 2025, arXiv 2505.21930) and GradEx (EMNLP Findings 2024, arXiv 2409.19458).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Consort es software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.&lt;/p&gt;&lt;p&gt;Según EnsembleLoRA (ACL 2025, arXiv 2505.21930) y GradEx (EMNLP Findings 2024, arXiv 2409.19458).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A Hugging Face folder with config.json, *.safetensors and tokenizer.json. It stays where it is.</source>
        <translation>Una carpeta de Hugging Face con config.json, *.safetensors y tokenizer.json. Se queda donde está.</translation>
    </message>
    <message>
        <source>A PEFT folder from elsewhere becomes a member of the ensemble</source>
        <translation>Una carpeta PEFT de otro lugar pasa a ser miembro del conjunto</translation>
    </message>
    <message>
        <source>A folder with a project.sqlite</source>
        <translation>Una carpeta con project.sqlite</translation>
    </message>
    <message>
        <source>A folder with train, valid and test files, or a folder of such folders</source>
        <translation>Una carpeta con archivos de entrenamiento, validación y prueba, o una carpeta de tales carpetas</translation>
    </message>
    <message>
        <source>A gate weighs every prompt anew; the faders show the mean over the validation rows. Moving one puts fixed weights in the place of the gate.</source>
        <translation>Una compuerta pondera de nuevo cada prompt; los controles muestran la media sobre las filas de validación. Mover uno pone pesos fijos en lugar de la compuerta.</translation>
    </message>
    <message>
        <source>A member that was taken in from elsewhere leaves the ensemble</source>
        <translation>Un miembro incorporado de otro lugar sale del conjunto</translation>
    </message>
    <message>
        <source>A project goes from data to a bundle. Every stage can be opened at any time; its mark says whether it is done, open or needs you.</source>
        <translation>Un proyecto va de los datos al paquete. Cada etapa se puede abrir en cualquier momento; su marca dice si está hecha, abierta o le necesita.</translation>
    </message>
    <message>
        <source>A small gate reads each prompt and weighs the members anew; then everything is scored again</source>
        <translation>Una pequeña compuerta lee cada prompt y vuelve a ponderar los miembros; después se puntúa todo de nuevo</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Acerca de %1</translation>
    </message>
    <message>
        <source>About Consort</source>
        <translation>Acerca de Consort</translation>
    </message>
    <message>
        <source>Above 0: better than knowing only which datasets are inside</source>
        <translation>Por encima de 0: mejor que saber solo qué conjuntos están incluidos</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>Accuracy %</source>
        <translation>Exactitud %</translation>
    </message>
    <message>
        <source>Adapted layers</source>
        <translation>Capas adaptadas</translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation>Adaptadores</translation>
    </message>
    <message>
        <source>Adapters of all groups, float32</source>
        <translation>Adaptadores de todos los grupos, float32</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Añadir %1</translation>
    </message>
    <message numerus='yes'>
        <source>Add %n items</source>
        <translation><numerusform>Añadir %n elemento</numerusform><numerusform>Añadir %n elementos</numerusform></translation>
    </message>
    <message>
        <source>Add a &amp;boosting member</source>
        <translation>Añadir un miembro de &amp;boosting</translation>
    </message>
    <message>
        <source>Add a boosting member</source>
        <translation>Añadir un miembro de boosting</translation>
    </message>
    <message>
        <source>Add at least two datasets first</source>
        <translation>Añada primero al menos dos conjuntos de datos</translation>
    </message>
    <message>
        <source>Add dataset &amp;folder…</source>
        <translation>Añadir &amp;carpeta de datos…</translation>
    </message>
    <message>
        <source>Add dataset folder</source>
        <translation>Añadir carpeta de datos</translation>
    </message>
    <message>
        <source>Add datasets</source>
        <translation>Añadir datos</translation>
    </message>
    <message>
        <source>Added last</source>
        <translation>Añadido al final</translation>
    </message>
    <message>
        <source>Affinity</source>
        <translation>Afinidad</translation>
    </message>
    <message>
        <source>Affinity estimated</source>
        <translation>Afinidad estimada</translation>
    </message>
    <message>
        <source>Against an adapter of its own, predicted</source>
        <translation>Frente a un adaptador propio, predicho</translation>
    </message>
    <message>
        <source>Against an adapter of its own: points of accuracy, or loss where there are no choices</source>
        <translation>Frente a un adaptador propio: puntos de exactitud, o pérdida donde no hay opciones</translation>
    </message>
    <message>
        <source>All %1 files</source>
        <translation>Los %1 archivos</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Todas las fuentes</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Solo</translation>
    </message>
    <message>
        <source>Alone: %1</source>
        <translation>Solo: %1</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alfa</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Abajo</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Arriba</translation>
    </message>
    <message>
        <source>An illustrated page of two minutes</source>
        <translation>Una página ilustrada de dos minutos</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Answer words</source>
        <translation>Palabras de respuesta</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>As imported</source>
        <translation>Como se importaron</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>At the speed of the runs already trained here, else at 20 GFLOP/s a core</source>
        <translation>A la velocidad de las ejecuciones ya entrenadas aquí, si no a 20 GFLOP/s por núcleo</translation>
    </message>
    <message>
        <source>Back to the best</source>
        <translation>Volver al mejor</translation>
    </message>
    <message>
        <source>Back to the best %1</source>
        <translation>Volver a los mejores %1</translation>
    </message>
    <message>
        <source>Back to the welcome page</source>
        <translation>Volver a la página de inicio</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>Hacia atrás</translation>
    </message>
    <message>
        <source>Base held as</source>
        <translation>Base guardada como</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Modelo base</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>Referencias</translation>
    </message>
    <message>
        <source>Baselines, to compare with</source>
        <translation>Referencias, para comparar</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Begin at</source>
        <translation>Empezar en</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Mejores</translation>
    </message>
    <message>
        <source>Best member</source>
        <translation>Mejor miembro</translation>
    </message>
    <message>
        <source>Best step</source>
        <translation>Mejor paso</translation>
    </message>
    <message>
        <source>Brings</source>
        <translation>Aporta</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Paquete</translation>
    </message>
    <message>
        <source>By how many nats it lowers the validation loss of the others, on average over all orders in which datasets could be added (Shapley value); estimated</source>
        <translation>Cuántos nats baja la pérdida de validación de los demás, en promedio sobre todos los órdenes en que podrían añadirse los conjuntos de datos (valor de Shapley); estimado</translation>
    </message>
    <message numerus='yes'>
        <source>By other methods, %n groups</source>
        <translation><numerusform>Con otros métodos, %n grupo</numerusform><numerusform>Con otros métodos, %n grupos</numerusform></translation>
    </message>
    <message>
        <source>C&amp;lose project</source>
        <translation>C&amp;errar proyecto</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Cancelar tarea</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Change of the validation loss of %1 per unit step down this row's own loss; above 0 harms</source>
        <translation>Cambio de la pérdida de validación de %1 por paso unitario que baja la pérdida de esta fila; sobre 0 perjudica</translation>
    </message>
    <message>
        <source>Change of this row's loss per unit step down the training loss of %1; above 0 harms</source>
        <translation>Cambio de la pérdida de esta fila por paso unitario que baja la pérdida de entrenamiento de %1; sobre 0 perjudica</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>Plantilla de chat</translation>
    </message>
    <message>
        <source>Check by fine-tuning</source>
        <translation>Comprobar con ajuste fino</translation>
    </message>
    <message>
        <source>Check the bundle's &amp;files</source>
        <translation>Comprobar los &amp;archivos del paquete</translation>
    </message>
    <message>
        <source>Check the bundle's files</source>
        <translation>Comprobar los archivos del paquete</translation>
    </message>
    <message>
        <source>Check the estimate by &amp;fine-tuning</source>
        <translation>Comprobar la estimación con a&amp;juste fino</translation>
    </message>
    <message>
        <source>Check the estimate by fine-tuning</source>
        <translation>Comprobar la estimación con ajuste fino</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>Choose a dataset</source>
        <translation>Elija un conjunto de datos</translation>
    </message>
    <message>
        <source>Choose a folder and a base model</source>
        <translation>Elija una carpeta y un modelo base</translation>
    </message>
    <message>
        <source>Choose groups</source>
        <translation>Elegir grupos</translation>
    </message>
    <message>
        <source>Choose sources</source>
        <translation>Elegir fuentes</translation>
    </message>
    <message>
        <source>Choose sources for %1</source>
        <translation>Elegir fuentes para %1</translation>
    </message>
    <message>
        <source>Choose the folder of a base model.</source>
        <translation>Elija la carpeta de un modelo base.</translation>
    </message>
    <message>
        <source>Choose the folder of the base model</source>
        <translation>Elegir la carpeta del modelo base</translation>
    </message>
    <message>
        <source>Choose the folder of the bundle</source>
        <translation>Elegir la carpeta del paquete</translation>
    </message>
    <message>
        <source>Choose the folder of the project</source>
        <translation>Elegir la carpeta del proyecto</translation>
    </message>
    <message>
        <source>Choose the groups first</source>
        <translation>Elija primero los grupos</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Elegida</translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation>Quitar terminadas</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Vaciar la lista</translation>
    </message>
    <message>
        <source>Click on anything to learn what it is</source>
        <translation>Pulse cualquier cosa para saber qué es</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>Cerrar el inspector</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Por grupos</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>Colores de la ventana</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Combine and evaluate</source>
        <translation>Combinar y evaluar</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Paleta de órdenes</translation>
    </message>
    <message>
        <source>Commands and objects</source>
        <translation>Órdenes y objetos</translation>
    </message>
    <message>
        <source>Compare &amp;runs</source>
        <translation>Comparar e&amp;jecuciones</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>Comparar ejecuciones</translation>
    </message>
    <message>
        <source>Compare the methods</source>
        <translation>Comparar los métodos</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Comparado con</translation>
    </message>
    <message>
        <source>Computed in</source>
        <translation>Calculado en</translation>
    </message>
    <message>
        <source>Computing the price</source>
        <translation>Calculando el precio</translation>
    </message>
    <message>
        <source>Conflict inspector</source>
        <translation>Inspector de conflictos</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>Restricciones</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Índice</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Copy the embedded sample into a new project</source>
        <translation>Copia la muestra incluida en un proyecto nuevo</translation>
    </message>
    <message>
        <source>Copy the whole project to another folder</source>
        <translation>Copia todo el proyecto a otra carpeta</translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation>Crear %1</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>Crear proyecto</translation>
    </message>
    <message>
        <source>Curve that is compared</source>
        <translation>Curva que se compara</translation>
    </message>
    <message>
        <source>Curves and configuration of runs side by side</source>
        <translation>Curvas y configuración de ejecuciones lado a lado</translation>
    </message>
    <message>
        <source>Curves of the chosen runs</source>
        <translation>Curvas de las ejecuciones elegidas</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Corte</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Conjunto</translation>
    </message>
    <message>
        <source>Dataset that is mixed for</source>
        <translation>Conjunto para el que se mezcla</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Conjuntos de datos</translation>
    </message>
    <message>
        <source>Datasets (*.jsonl *.json *.csv *.tsv *.parquet *.arrow *.feather *.txt *.gz *.zst);;All files (*)</source>
        <translation>Datos (*.jsonl *.json *.csv *.tsv *.parquet *.arrow *.feather *.txt *.gz *.zst);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Datasets a group has at least</source>
        <translation>Conjuntos que un grupo tiene al menos</translation>
    </message>
    <message>
        <source>Datasets a group has at most</source>
        <translation>Conjuntos que un grupo tiene como mucho</translation>
    </message>
    <message>
        <source>Datasets of group %1</source>
        <translation>Conjuntos del grupo %1</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Densidad</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Diverged, last good state kept</source>
        <translation>Divergió, se conserva el último estado bueno</translation>
    </message>
    <message>
        <source>Do the edit again</source>
        <translation>Vuelve a hacer el cambio</translation>
    </message>
    <message>
        <source>Docks and sizes as they were at first</source>
        <translation>Paneles y tamaños como al principio</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Done, best %1</source>
        <translation>Hecho, mejor %1</translation>
    </message>
    <message>
        <source>Drag a dataset to see the price before you let go</source>
        <translation>Arrastre un conjunto para ver el precio antes de soltarlo</translation>
    </message>
    <message>
        <source>Drag the bundle to a file manager</source>
        <translation>Arrastre el paquete a un gestor de archivos</translation>
    </message>
    <message>
        <source>Drop a dataset here to give it a group of its own</source>
        <translation>Suelte aquí un conjunto para darle un grupo propio</translation>
    </message>
    <message>
        <source>Drop anything here</source>
        <translation>Suelte aquí lo que quiera</translation>
    </message>
    <message>
        <source>Drop files or folders anywhere in this window: jsonl, json, csv, tsv, parquet, arrow or txt. Schema and splits are found for you.</source>
        <translation>Suelte archivos o carpetas en cualquier sitio de esta ventana: jsonl, json, csv, tsv, parquet, arrow o txt. El esquema y las partes se encuentran solos.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Duplicate rows in training</source>
        <translation>Filas duplicadas en entrenamiento</translation>
    </message>
    <message>
        <source>E&amp;valuate</source>
        <translation>E&amp;valuar</translation>
    </message>
    <message>
        <source>E&amp;xport bundle</source>
        <translation>E&amp;xportar paquete</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Efecto</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>Termina el programa</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>Ensamble</translation>
    </message>
    <message>
        <source>Ensemble says</source>
        <translation>El ensamble dice</translation>
    </message>
    <message>
        <source>Ensemble, logits</source>
        <translation>Ensamble, logits</translation>
    </message>
    <message>
        <source>Ensembles</source>
        <translation>Ensambles</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Igual</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimar</translation>
    </message>
    <message>
        <source>Estimate affinity</source>
        <translation>Estimar la afinidad</translation>
    </message>
    <message>
        <source>Estimate again</source>
        <translation>Estimar otra vez</translation>
    </message>
    <message>
        <source>Estimate, group, train, evaluate and export in a row</source>
        <translation>Estimar, agrupar, entrenar, evaluar y exportar seguido</translation>
    </message>
    <message>
        <source>Estimated against measured loss</source>
        <translation>Pérdida estimada frente a medida</translation>
    </message>
    <message>
        <source>Estimated loss</source>
        <translation>Pérdida estimada</translation>
    </message>
    <message>
        <source>Estimated: larger helps the target more</source>
        <translation>Estimado: cuanto mayor, más ayuda al objetivo</translation>
    </message>
    <message>
        <source>Estimation and training that the system needed</source>
        <translation>Estimación y entrenamiento que el sistema necesitó</translation>
    </message>
    <message>
        <source>Estimation error</source>
        <translation>Error de estimación</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Evaluar</translation>
    </message>
    <message>
        <source>Evaluate again</source>
        <translation>Evaluar otra vez</translation>
    </message>
    <message>
        <source>Evaluate the members first</source>
        <translation>Evalúe primero los miembros</translation>
    </message>
    <message>
        <source>Evaluated</source>
        <translation>Evaluado</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Evaluación</translation>
    </message>
    <message>
        <source>Every change is saved</source>
        <translation>Cada cambio está guardado</translation>
    </message>
    <message>
        <source>Every command and every object by name</source>
        <translation>Cada orden y cada objeto por su nombre</translation>
    </message>
    <message>
        <source>Every hash and shape, and a replayed batch</source>
        <translation>Cada huella y forma, y un lote repetido</translation>
    </message>
    <message>
        <source>Every number of groups as a table</source>
        <translation>Cada número de grupos como tabla</translation>
    </message>
    <message>
        <source>Every order in which the datasets could be added is being compared…</source>
        <translation>Se comparan todos los órdenes en que podrían añadirse los conjuntos de datos…</translation>
    </message>
    <message>
        <source>Every system answers the test rows once: the frozen base, the baselines, each group's adapter and the ensemble.</source>
        <translation>Cada sistema responde una vez a las filas de prueba: la base congelada, las referencias, el adaptador de cada grupo y el ensamble.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Expand at</source>
        <translation>Expandir en</translation>
    </message>
    <message>
        <source>Expansion point</source>
        <translation>Punto de expansión</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exportar %1</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>Exportar otra vez</translation>
    </message>
    <message>
        <source>Export bundle</source>
        <translation>Exportar paquete</translation>
    </message>
    <message>
        <source>Export the matrix</source>
        <translation>Exportar la matriz</translation>
    </message>
    <message>
        <source>Export the plot</source>
        <translation>Exportar el gráfico</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportado</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exportaciones</translation>
    </message>
    <message>
        <source>FLOP</source>
        <translation>FLOP</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Faithfulness certificate</source>
        <translation>Certificado de fidelidad</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Files of %1 changed on disk</source>
        <translation>Los archivos de %1 cambiaron en el disco</translation>
    </message>
    <message>
        <source>Files of the bundle</source>
        <translation>Archivos del paquete</translation>
    </message>
    <message>
        <source>Files or folders of rows</source>
        <translation>Archivos o carpetas de filas</translation>
    </message>
    <message>
        <source>Files, folders and base models can be dropped anywhere in the window. Nothing is sent anywhere.</source>
        <translation>Archivos, carpetas y modelos base se pueden soltar en cualquier sitio de la ventana. No se envía nada.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Filter recent projects</source>
        <translation>Filtrar proyectos recientes</translation>
    </message>
    <message>
        <source>Filter the project</source>
        <translation>Filtrar el proyecto</translation>
    </message>
    <message>
        <source>Find in log</source>
        <translation>Buscar en el registro</translation>
    </message>
    <message>
        <source>Find in table</source>
        <translation>Buscar en la tabla</translation>
    </message>
    <message>
        <source>Find in the table of datasets</source>
        <translation>Buscar en la tabla de conjuntos</translation>
    </message>
    <message>
        <source>Find out which of your datasets help each other, train one adapter per group, and export one ensemble.</source>
        <translation>Descubra cuáles de sus datos se ayudan, entrene un adaptador por grupo y exporte un ensamble.</translation>
    </message>
    <message>
        <source>First-order error</source>
        <translation>Error de primer orden</translation>
    </message>
    <message>
        <source>First-order error against distance</source>
        <translation>Error de primer orden según la distancia</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Fit the weights and score every system on the test rows</source>
        <translation>Ajusta los pesos y puntúa cada sistema con las filas de prueba</translation>
    </message>
    <message>
        <source>Fits in %1</source>
        <translation>Cabe en %1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Folder of the base model</source>
        <translation>Carpeta del modelo base</translation>
    </message>
    <message>
        <source>Folder of the bundle</source>
        <translation>Carpeta del paquete</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>Carpeta del proyecto</translation>
    </message>
    <message>
        <source>Forecast of the peak while one adapter is trained; groups are trained one after another</source>
        <translation>Pico previsto mientras se entrena un adaptador; los grupos se entrenan uno tras otro</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Hacia delante</translation>
    </message>
    <message>
        <source>Frozen base</source>
        <translation>Base congelada</translation>
    </message>
    <message>
        <source>GGUF for llama.cpp</source>
        <translation>GGUF para llama.cpp</translation>
    </message>
    <message>
        <source>GGUF, %1</source>
        <translation>GGUF, %1</translation>
    </message>
    <message>
        <source>Gains</source>
        <translation>Ganancias</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Ir a %1</translation>
    </message>
    <message>
        <source>Go to affinity</source>
        <translation>Ir a la afinidad</translation>
    </message>
    <message>
        <source>Go to training</source>
        <translation>Ir al entrenamiento</translation>
    </message>
    <message>
        <source>GradEx: gradients at an adapter that was trained on all sources estimate the target's loss for sets of sources. Random ensemble: a source's score is the mean over the drawn sets that hold it. Forward and backward add or drop the best or worst source as long as the estimate falls (method, section 10).</source>
        <translation>GradEx: los gradientes en un adaptador entrenado con todas las fuentes estiman la pérdida del objetivo para conjuntos de fuentes. Conjunto aleatorio: la puntuación de una fuente es la media sobre los conjuntos sorteados que la contienen. Hacia delante y hacia atrás añaden la mejor fuente o quitan la peor mientras la estimación baje (método, sección 10).</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>Límite del gradiente</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Norma del gradiente</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradientes</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Grupo %1</translation>
    </message>
    <message>
        <source>Group &amp;%1</source>
        <translation>Grupo &amp;%1</translation>
    </message>
    <message>
        <source>Group by %1</source>
        <translation>Agrupar con %1</translation>
    </message>
    <message>
        <source>Group by the present method and constraints</source>
        <translation>Agrupar con el método y las restricciones actuales</translation>
    </message>
    <message>
        <source>Group datasets again</source>
        <translation>Volver a agrupar</translation>
    </message>
    <message>
        <source>Grouped</source>
        <translation>Agrupado</translation>
    </message>
    <message>
        <source>Groupings</source>
        <translation>Agrupaciones</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Groups are chosen from the affinity. Estimate it first: seconds, nothing is trained.</source>
        <translation>Los grupos se eligen a partir de la afinidad. Estímela primero: segundos, no se entrena nada.</translation>
    </message>
    <message>
        <source>Groups datasets by how they help each other, trains one adapter per group, exports the weighted ensemble.</source>
        <translation>Agrupa los datos según cómo se ayudan, entrena un adaptador por grupo y exporta el ensamble ponderado.</translation>
    </message>
    <message>
        <source>Groups of at least %1</source>
        <translation>Grupos de al menos %1</translation>
    </message>
    <message>
        <source>Groups of at most %1</source>
        <translation>Grupos de como mucho %1</translation>
    </message>
    <message>
        <source>Groups the datasets by every method, for the number of groups chosen, and shows what each is predicted to reach</source>
        <translation>Agrupa los conjuntos con cada método, en el número de grupos elegido, y muestra lo que se predice para cada uno</translation>
    </message>
    <message>
        <source>Groups: %1 → %2</source>
        <translation>Grupos: %1 → %2</translation>
    </message>
    <message>
        <source>Hints at the parts of the window</source>
        <translation>Indicaciones sobre las partes de la ventana</translation>
    </message>
    <message>
        <source>How %1 is read</source>
        <translation>Cómo se lee %1</translation>
    </message>
    <message>
        <source>How groups are found: refined starts from the semidefinite relaxation and climbs the predicted score</source>
        <translation>Cómo se hallan los grupos: refined parte de la relajación semidefinida y sube por la puntuación predicha</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>Cómo funciona</translation>
    </message>
    <message>
        <source>How many groups</source>
        <translation>Cuántos grupos</translation>
    </message>
    <message>
        <source>How sure the detected schema is</source>
        <translation>Seguridad del esquema detectado</translation>
    </message>
    <message>
        <source>How sure the detection is, from the columns' names and contents</source>
        <translation>Seguridad de la detección, por los nombres y contenidos de las columnas</translation>
    </message>
    <message>
        <source>How sure the weights are, and what the ensemble loses without each member</source>
        <translation>Qué seguros son los pesos y qué pierde el conjunto sin cada miembro</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Importar %1</translation>
    </message>
    <message numerus='yes'>
        <source>Import %n items</source>
        <translation><numerusform>Importar %n elemento</numerusform><numerusform>Importar %n elementos</numerusform></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrumpido</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervalo</translation>
    </message>
    <message>
        <source>It is here already</source>
        <translation>Ya está aquí</translation>
    </message>
    <message>
        <source>It is running; it can be cancelled in the strip above the stage</source>
        <translation>Está en marcha; se puede cancelar en la franja sobre la etapa</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Jobs %1</source>
        <translation>Tareas %1</translation>
    </message>
    <message>
        <source>Jobs run in the background. You can look around, change groups and weigh members meanwhile.</source>
        <translation>Las tareas corren en segundo plano. Mientras tanto puede mirar, cambiar grupos y ponderar miembros.</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>Keep %1 apart from %2</source>
        <translation>Mantener %1 separado de %2</translation>
    </message>
    <message>
        <source>Keep %1 with %2</source>
        <translation>Mantener %1 con %2</translation>
    </message>
    <message>
        <source>Keep &amp;apart from</source>
        <translation>&amp;Separado de</translation>
    </message>
    <message>
        <source>Keep options</source>
        <translation>Conservar opciones</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Seguir en marcha</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>Codo</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>Texto más &amp;grande</translation>
    </message>
    <message>
        <source>Label balance</source>
        <translation>Reparto de etiquetas</translation>
    </message>
    <message>
        <source>Labels in training</source>
        <translation>Etiquetas en entrenamiento</translation>
    </message>
    <message>
        <source>Lambda</source>
        <translation>Lambda</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Idioma del sistema</translation>
    </message>
    <message>
        <source>Language, text size, motion, shortcuts</source>
        <translation>Idioma, tamaño de texto, movimiento, atajos</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Mayor</translation>
    </message>
    <message>
        <source>Largest difference of a logit over the replayed rows</source>
        <translation>Mayor diferencia de un logit en las filas repetidas</translation>
    </message>
    <message>
        <source>Largest share of the rows that are near duplicates of rows of another dataset</source>
        <translation>Mayor parte de las filas que son casi duplicados de filas de otro conjunto</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>Dejar el recorrido</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Resta</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Let go to add. Esc cancels.</source>
        <translation>Suelte para añadir. Esc cancela.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Lines that load the bundle</source>
        <translation>Líneas que cargan el paquete</translation>
    </message>
    <message>
        <source>LoRA files of the merged adapter and the members</source>
        <translation>Archivos LoRA del adaptador fusionado y de los miembros</translation>
    </message>
    <message>
        <source>LoRA rank %1, alpha %2 on %3; %4 layers of width %5</source>
        <translation>LoRA de rango %1, alfa %2 en %3; %4 capas de ancho %5</translation>
    </message>
    <message>
        <source>Locate</source>
        <translation>Localizar</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>Escala logarítmica</translation>
    </message>
    <message>
        <source>Logits ensemble</source>
        <translation>Ensamble de logits</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Máx.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>Loss per dataset</source>
        <translation>Pérdida por conjunto</translation>
    </message>
    <message>
        <source>Lowest level shown</source>
        <translation>Nivel más bajo mostrado</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>Macro-F1</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Hecho por</translation>
    </message>
    <message numerus='yes'>
        <source>Make a group of %n datasets</source>
        <translation><numerusform>Formar un grupo de %n conjunto</numerusform><numerusform>Formar un grupo de %n conjuntos</numerusform></translation>
    </message>
    <message>
        <source>Make a project for a base model</source>
        <translation>Crea un proyecto para un modelo base</translation>
    </message>
    <message>
        <source>Make this a group</source>
        <translation>Formar un grupo con esto</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Acierto</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matriz</translation>
    </message>
    <message>
        <source>Matrix as a table</source>
        <translation>Matriz como tabla</translation>
    </message>
    <message>
        <source>Max |Δ logit|</source>
        <translation>Máx |Δ logit|</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Mean Kullback–Leibler divergence, natural logarithm</source>
        <translation>Divergencia media de Kullback–Leibler, logaritmo natural</translation>
    </message>
    <message>
        <source>Mean accuracy</source>
        <translation>Exactitud media</translation>
    </message>
    <message>
        <source>Mean accuracy: %1</source>
        <translation>Exactitud media: %1</translation>
    </message>
    <message>
        <source>Mean against one adapter for all datasets</source>
        <translation>Media frente a un adaptador para todos los datos</translation>
    </message>
    <message>
        <source>Mean gain inside %1</source>
        <translation>Ganancia media dentro %1</translation>
    </message>
    <message>
        <source>Mean loss</source>
        <translation>Pérdida media</translation>
    </message>
    <message>
        <source>Mean loss: %1</source>
        <translation>Pérdida media: %1</translation>
    </message>
    <message>
        <source>Mean over the datasets</source>
        <translation>Media sobre los conjuntos</translation>
    </message>
    <message>
        <source>Mean over the datasets of what each is predicted to reach in its own group, with the 95 % interval over validation rows</source>
        <translation>Media sobre los conjuntos de lo que se predice para cada uno en su grupo, con el intervalo del 95 % sobre las filas de validación</translation>
    </message>
    <message>
        <source>Mean tokens a row, prompt and target</source>
        <translation>Tokens medios por fila, entrada y objetivo</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>Member adapter %1</source>
        <translation>Adaptador miembro %1</translation>
    </message>
    <message>
        <source>Member adapters</source>
        <translation>Adaptadores miembros</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Memory for: %1</source>
        <translation>Memoria para: %1</translation>
    </message>
    <message>
        <source>Memory, GB</source>
        <translation>Memoria, GB</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Arreglar</translation>
    </message>
    <message>
        <source>Merged adapter, cat</source>
        <translation>Adaptador fusionado, cat</translation>
    </message>
    <message>
        <source>Merged, cat</source>
        <translation>Fusionado, cat</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Medida</translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation>Microlote</translation>
    </message>
    <message>
        <source>Mixtures of datasets that were fitted, in %1</source>
        <translation>Mezclas de conjuntos de datos ajustadas, en %1</translation>
    </message>
    <message>
        <source>More about the members</source>
        <translation>Más sobre los miembros</translation>
    </message>
    <message>
        <source>More than %1</source>
        <translation>Más de %1</translation>
    </message>
    <message>
        <source>Most helped first</source>
        <translation>Primero los más ayudados</translation>
    </message>
    <message>
        <source>Most helpful first</source>
        <translation>Primero los que más ayudan</translation>
    </message>
    <message>
        <source>Move %1 to group %2</source>
        <translation>Mover %1 al grupo %2</translation>
    </message>
    <message>
        <source>Move one slider. Score, time and memory are predicted for each choice.</source>
        <translation>Mueva un control. Se predicen puntuación, tiempo y memoria de cada elección.</translation>
    </message>
    <message>
        <source>Nearest by gradient</source>
        <translation>Más cercanas por gradiente</translation>
    </message>
    <message>
        <source>Nearest by representation</source>
        <translation>Más cercanas por representación</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Grupo nuevo</translation>
    </message>
    <message>
        <source>New keys for the selected command</source>
        <translation>Teclas nuevas para la orden elegida</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Proyecto nuevo</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Fila siguiente</translation>
    </message>
    <message>
        <source>No affinity yet</source>
        <translation>Aún no hay afinidad</translation>
    </message>
    <message>
        <source>No bundle yet</source>
        <translation>Aún no hay paquete</translation>
    </message>
    <message>
        <source>No datasets yet</source>
        <translation>Aún no hay datos</translation>
    </message>
    <message>
        <source>No groups yet</source>
        <translation>Aún no hay grupos</translation>
    </message>
    <message>
        <source>None. Press M on a dataset to pin it, or to keep it with or apart from another.</source>
        <translation>Ninguna. Pulse M en un conjunto para fijarlo, o para tenerlo con otro o separado de él.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>Nothing else changed. Choose a folder in which you may write.</source>
        <translation>No cambió nada más. Elija una carpeta en la que pueda escribir.</translation>
    </message>
    <message>
        <source>Nothing evaluated yet</source>
        <translation>Aún no se ha evaluado nada</translation>
    </message>
    <message>
        <source>Nothing here can be added</source>
        <translation>Aquí no hay nada que añadir</translation>
    </message>
    <message>
        <source>Nothing trained yet</source>
        <translation>Aún no se ha entrenado nada</translation>
    </message>
    <message>
        <source>Number of groups</source>
        <translation>Número de grupos</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Of estimated and measured losses over the probed sets, mean over the datasets; the same trainings with another seed reach %1</source>
        <translation>Entre pérdidas estimadas y medidas en las sondas, media de los conjuntos; los mismos entrenamientos con otra semilla alcanzan %1</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>En disco</translation>
    </message>
    <message>
        <source>One adapter a group, in the background</source>
        <translation>Un adaptador por grupo, en segundo plano</translation>
    </message>
    <message>
        <source>One adapter for all datasets</source>
        <translation>Un adaptador para todos los datos</translation>
    </message>
    <message>
        <source>One adapter is trained on everything for a start; from there the gradients of the other datasets rank them as sources of the target, and the base is trained once on those that help.</source>
        <translation>Primero se entrena un adaptador con todo; desde ahí los gradientes de los demás conjuntos los ordenan como fuentes del objetivo, y la base se entrena una vez con los que ayudan.</translation>
    </message>
    <message>
        <source>One adapter per dataset</source>
        <translation>Un adaptador por conjunto</translation>
    </message>
    <message>
        <source>One adapter per group, in the background. The learning rate comes from a short range test.</source>
        <translation>Un adaptador por grupo, en segundo plano. La tasa de aprendizaje sale de una prueba breve.</translation>
    </message>
    <message>
        <source>One adapter per group, weighted together, checked and ready to serve.</source>
        <translation>Un adaptador por grupo, ponderados juntos, comprobados y listos para servir.</translation>
    </message>
    <message>
        <source>One for all</source>
        <translation>Uno para todos</translation>
    </message>
    <message>
        <source>One gradient pass over the rows of your datasets predicts every mixture of them. Nothing is trained.</source>
        <translation>Una pasada de gradientes por las filas predice cualquier mezcla de sus datos. No se entrena nada.</translation>
    </message>
    <message>
        <source>One gradient pass predicts every mixture. No training needed.</source>
        <translation>Una pasada de gradientes predice cada mezcla. Sin entrenar.</translation>
    </message>
    <message>
        <source>One gradient per row, then every mixture is predicted</source>
        <translation>Un gradiente por fila, luego se predice cada mezcla</translation>
    </message>
    <message>
        <source>One more member for the group of the highest training loss; then everything is scored again</source>
        <translation>Un miembro más para el grupo con la mayor pérdida de entrenamiento; después se vuelve a evaluar todo</translation>
    </message>
    <message>
        <source>One per dataset</source>
        <translation>Uno por conjunto</translation>
    </message>
    <message>
        <source>One point less</source>
        <translation>Un punto menos</translation>
    </message>
    <message>
        <source>One point more</source>
        <translation>Un punto más</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>Open &amp;sample</source>
        <translation>Abrir la &amp;muestra</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Abrir un proyecto</translation>
    </message>
    <message>
        <source>Open a project folder</source>
        <translation>Abre una carpeta de proyecto</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Abrir proyecto</translation>
    </message>
    <message>
        <source>Open sample</source>
        <translation>Abrir la muestra</translation>
    </message>
    <message>
        <source>Open the Log dock</source>
        <translation>Abre el registro</translation>
    </message>
    <message>
        <source>Open the bundle's fol&amp;der</source>
        <translation>Abrir la car&amp;peta del paquete</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Abrir la muestra</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Abriendo</translation>
    </message>
    <message>
        <source>Optimise</source>
        <translation>Optimizar</translation>
    </message>
    <message>
        <source>Optimise %1</source>
        <translation>Optimizar %1</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Opción</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Or drop datasets and a model folder anywhere in this window.</source>
        <translation>O suelte datos y una carpeta de modelo en cualquier sitio de esta ventana.</translation>
    </message>
    <message>
        <source>Order of the datasets</source>
        <translation>Orden de los conjuntos</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Solape</translation>
    </message>
    <message>
        <source>Overlap scan</source>
        <translation>Búsqueda de solapes</translation>
    </message>
    <message>
        <source>Owner only</source>
        <translation>Solo el dueño</translation>
    </message>
    <message>
        <source>PEFT, exact sum of the members</source>
        <translation>PEFT, suma exacta de los miembros</translation>
    </message>
    <message>
        <source>PEFT, one a group</source>
        <translation>PEFT, uno por grupo</translation>
    </message>
    <message>
        <source>Pairwise</source>
        <translation>Por pares</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Parts of the bundle</source>
        <translation>Partes del paquete</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Paciencia</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Pausar o reanudar</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Peak memory of measuring all systems: the base, one block's activations of a batch, and the kept states of the members.</source>
        <translation>Pico de memoria al medir todos los sistemas: la base, las activaciones de un bloque para un lote y los estados guardados de los miembros.</translation>
    </message>
    <message>
        <source>Peak memory of one training run: the base, the activations of a batch of the longest rows, the adapter and the moments of its optimiser.</source>
        <translation>Pico de memoria de un entrenamiento: la base, las activaciones de un lote de las filas más largas, el adaptador y los momentos de su optimizador.</translation>
    </message>
    <message>
        <source>Peak memory of the estimate: the base, the activations of a batch of rows on every compute thread, and one sketch per row.</source>
        <translation>Pico de memoria de la estimación: la base, las activaciones de un lote en cada hilo de cálculo y un bosquejo por fila.</translation>
    </message>
    <message>
        <source>Peak of the process while the run was trained</source>
        <translation>Pico del proceso mientras se entrenaba la ejecución</translation>
    </message>
    <message>
        <source>Picture or table (*.png *.svg *.pdf *.csv)</source>
        <translation>Imagen o tabla (*.png *.svg *.pdf *.csv)</translation>
    </message>
    <message>
        <source>Pin %1 to group %2</source>
        <translation>Fijar %1 al grupo %2</translation>
    </message>
    <message>
        <source>Plan: %1, %2</source>
        <translation>Plan: %1, %2</translation>
    </message>
    <message>
        <source>Points, over the replayed rows</source>
        <translation>Puntos, sobre las filas repetidas</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión numérica</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Predicho</translation>
    </message>
    <message>
        <source>Predicted mean accuracy, band: 95 % interval</source>
        <translation>Exactitud media predicha, banda: intervalo del 95 %</translation>
    </message>
    <message>
        <source>Predicted mean loss, band: 95 % interval</source>
        <translation>Pérdida media predicha, banda: intervalo del 95 %</translation>
    </message>
    <message>
        <source>Predictions follow a linear model of the outputs around the expansion point. The curve shows how wrong that model is at growing distances from it: mean of ((h0 + g·Δ − h) / max(|h|, |h0|))² over training rows (method, section 6). Up to 3 % the model counts as linear; above, the order of the predictions is worth more than their values.</source>
        <translation>Las predicciones siguen un modelo lineal de las salidas alrededor del punto de expansión. La curva muestra cuánto se equivoca ese modelo a distancias crecientes: media de ((h0 + g·Δ − h) / max(|h|, |h0|))² sobre filas de entrenamiento (método, sección 6). Hasta el 3 % el modelo cuenta como lineal; por encima, el orden de las predicciones vale más que sus valores.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Price of the grouping</source>
        <translation>Precio de la agrupación</translation>
    </message>
    <message>
        <source>Probability of the right answer among the choices; free text: a token</source>
        <translation>Probabilidad de la respuesta correcta entre las opciones; texto libre: por token</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>Sondas</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Progress of the plan</source>
        <translation>Progreso del plan</translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation>Progreso de la tarea en marcha</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Projects that you open appear here.</source>
        <translation>Los proyectos que abra aparecen aquí.</translation>
    </message>
    <message>
        <source>Prompt field</source>
        <translation>Campo de entrada</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Propiedades</translation>
    </message>
    <message>
        <source>Pull on %1</source>
        <translation>Tirón sobre %1</translation>
    </message>
    <message>
        <source>Pulled by %1</source>
        <translation>Arrastrado por %1</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Random ensemble</source>
        <translation>Conjunto aleatorio</translation>
    </message>
    <message>
        <source>Random sources</source>
        <translation>Fuentes al azar</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>Rank correlation</source>
        <translation>Correlación de rangos</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Ritmo</translation>
    </message>
    <message>
        <source>Re&amp;move an adapter…</source>
        <translation>&amp;Quitar un adaptador…</translation>
    </message>
    <message>
        <source>Read %1 again</source>
        <translation>Leer %1 otra vez</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer otra vez</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Solo lectura</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Proyectos recientes</translation>
    </message>
    <message>
        <source>Reliable</source>
        <translation>Fiable</translation>
    </message>
    <message>
        <source>Remo&amp;ve dataset</source>
        <translation>&amp;Quitar conjunto</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message numerus='yes'>
        <source>Remove %n datasets</source>
        <translation><numerusform>Quitar %n conjunto de datos</numerusform><numerusform>Quitar %n conjuntos de datos</numerusform></translation>
    </message>
    <message>
        <source>Remove an adapter</source>
        <translation>Quitar un adaptador</translation>
    </message>
    <message>
        <source>Remove the constraint: %1</source>
        <translation>Quitar la restricción: %1</translation>
    </message>
    <message>
        <source>Remove the member %1</source>
        <translation>Quitar el miembro %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>Restablecer %1</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>Restablecer todos los ajustes</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>Respuesta correcta</translation>
    </message>
    <message>
        <source>Row as the model sees it</source>
        <translation>La fila como la ve el modelo</translation>
    </message>
    <message>
        <source>Row before</source>
        <translation>Fila anterior</translation>
    </message>
    <message>
        <source>Row limit</source>
        <translation>Límite de filas</translation>
    </message>
    <message>
        <source>Row of %1</source>
        <translation>Fila de %1</translation>
    </message>
    <message>
        <source>Row output</source>
        <translation>Salida de fila</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Rows a dataset</source>
        <translation>Filas por conjunto</translation>
    </message>
    <message>
        <source>Rows cut</source>
        <translation>Filas cortadas</translation>
    </message>
    <message>
        <source>Rows set aside</source>
        <translation>Filas apartadas</translation>
    </message>
    <message>
        <source>Rows that are pulled</source>
        <translation>Filas arrastradas</translation>
    </message>
    <message>
        <source>Rows that datasets share, and test rows seen in training</source>
        <translation>Filas que los conjuntos comparten, y filas de prueba vistas al entrenar</translation>
    </message>
    <message>
        <source>Rows that pull</source>
        <translation>Filas que arrastran</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Run compare</source>
        <translation>Comparar ejecuciones</translation>
    </message>
    <message>
        <source>Run every &amp;open step</source>
        <translation>Ejecutar cada paso &amp;abierto</translation>
    </message>
    <message>
        <source>Run every open step</source>
        <translation>Ejecutar cada paso abierto</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Runs to compare</source>
        <translation>Ejecuciones a comparar</translation>
    </message>
    <message>
        <source>R² over membership</source>
        <translation>R² sobre la pertenencia</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Texto más &amp;pequeño</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Igual</translation>
    </message>
    <message>
        <source>Save &amp;diagnostics…</source>
        <translation>Guardar &amp;diagnóstico…</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>Guardar una &amp;copia…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>Save a copy as %1</source>
        <translation>Guardar una copia como %1</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Guardar diagnóstico</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Guardar la tabla</translation>
    </message>
    <message>
        <source>Scan for &amp;overlap</source>
        <translation>Buscar &amp;solapes</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Plan de tasa</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Esquema</translation>
    </message>
    <message>
        <source>Schema, columns, template and limits of the chosen dataset</source>
        <translation>Esquema, columnas, plantilla y límites del conjunto elegido</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Buscar órdenes</translation>
    </message>
    <message>
        <source>Search commands   Ctrl+Shift+P</source>
        <translation>Buscar órdenes   Ctrl+Mayús+P</translation>
    </message>
    <message>
        <source>Search commands and objects</source>
        <translation>Buscar órdenes y objetos</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Selección</translation>
    </message>
    <message>
        <source>Selection and baselines</source>
        <translation>Selección y referencias</translation>
    </message>
    <message>
        <source>Sets of datasets that were really trained on, by equal steps; the estimate is held against them</source>
        <translation>Conjuntos de datos con los que se entrenó de verdad, con los mismos pasos; la estimación se compara con ellos</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Share of rows whose prompt lost tokens at its left end</source>
        <translation>Parte de las filas cuya entrada perdió tokens por la izquierda</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Compartido</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Shorter rows (token limit), a smaller batch or nf4 need less</source>
        <translation>Filas más cortas (límite de tokens), un lote menor o nf4 necesitan menos</translation>
    </message>
    <message>
        <source>Show in log</source>
        <translation>Mostrar en el registro</translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation>Mostrar el &amp;registro</translation>
    </message>
    <message>
        <source>Show the curve of %1</source>
        <translation>Mostrar la curva de %1</translation>
    </message>
    <message>
        <source>Show the last bundle in the file manager</source>
        <translation>Muestra el último paquete en el gestor de archivos</translation>
    </message>
    <message>
        <source>Show the stage %1</source>
        <translation>Muestra la etapa %1</translation>
    </message>
    <message>
        <source>Six sets of datasets are really trained on, and the estimate is held against them</source>
        <translation>Se entrena de verdad con seis conjuntos y la estimación se compara con ellos</translation>
    </message>
    <message>
        <source>Six stages</source>
        <translation>Seis etapas</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Sketch size</source>
        <translation>Tamaño del boceto</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Menor</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Suavizar</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Suavizado</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Sources by their help</source>
        <translation>Fuentes por su ayuda</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Split shown</source>
        <translation>Parte mostrada</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Quedarse aquí</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Paso %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>Detener y guardar</translation>
    </message>
    <message>
        <source>Stop training within one step; what was learned is kept</source>
        <translation>Detiene el entrenamiento en un paso; lo aprendido se conserva</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>Detenido antes</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Estrategia</translation>
    </message>
    <message>
        <source>Stretched: rank, do not quote</source>
        <translation>Forzado: ordene, no cite</translation>
    </message>
    <message>
        <source>Subset size</source>
        <translation>Tamaño de subconjunto</translation>
    </message>
    <message>
        <source>Subsets</source>
        <translation>Subconjuntos</translation>
    </message>
    <message>
        <source>Sum over groups of the affinity inside, by group size (method, section 8)</source>
        <translation>Suma de la afinidad dentro de los grupos, por su tamaño (método, sección 8)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Table (*.tsv)</source>
        <translation>Tabla (*.tsv)</translation>
    </message>
    <message>
        <source>Table of systems</source>
        <translation>Tabla de sistemas</translation>
    </message>
    <message>
        <source>Tables and cards</source>
        <translation>Tablas y fichas</translation>
    </message>
    <message>
        <source>Take in %1</source>
        <translation>Incorporar %1</translation>
    </message>
    <message>
        <source>Take in an &amp;adapter…</source>
        <translation>Incorporar un &amp;adaptador…</translation>
    </message>
    <message>
        <source>Take in an adapter</source>
        <translation>Incorporar un adaptador</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>Deshace el último cambio</translation>
    </message>
    <message>
        <source>Takes over what changed on disk</source>
        <translation>Toma lo que cambió en el disco</translation>
    </message>
    <message>
        <source>Takes the chosen datasets out of the project; can be undone</source>
        <translation>Saca del proyecto los conjuntos elegidos; se puede deshacer</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Target field</source>
        <translation>Campo objetivo</translation>
    </message>
    <message>
        <source>Target mode</source>
        <translation>Modo objetivo</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Test accuracy %</source>
        <translation>Exactitud de prueba %</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>Pérdida de prueba</translation>
    </message>
    <message>
        <source>Test rows seen in training</source>
        <translation>Filas de prueba vistas al entrenar</translation>
    </message>
    <message>
        <source>Test rows. Bars: 95 % bootstrap interval, one scale a column. Bold: best.</source>
        <translation>Filas de prueba. Barras: intervalo bootstrap del 95 %, una escala por columna. Negrita: el mejor.</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>Parte de prueba</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño de texto</translation>
    </message>
    <message>
        <source>Text to try</source>
        <translation>Texto que probar</translation>
    </message>
    <message>
        <source>Text, labels, chats or choices in any common file. Schema and splits are found for you.</source>
        <translation>Texto, etiquetas, chats u opciones en cualquier archivo común. El esquema y las partes se encuentran solos.</translation>
    </message>
    <message>
        <source>The bundle holds the merged adapter, every member, the ensemble's weights and a certificate that replays rows from the written files.</source>
        <translation>El paquete contiene el adaptador fusionado, cada miembro, los pesos del ensamble y un certificado que repite filas a partir de los archivos escritos.</translation>
    </message>
    <message>
        <source>The dataset that is predicted to do worst</source>
        <translation>El conjunto para el que se predice el peor resultado</translation>
    </message>
    <message>
        <source>The datasets changed, their affinity is old</source>
        <translation>Los datos cambiaron, su afinidad es antigua</translation>
    </message>
    <message>
        <source>The diagnostics could not be saved</source>
        <translation>No se pudo guardar el diagnóstico</translation>
    </message>
    <message>
        <source>The first-order model counts as linear up to an error of 3 %</source>
        <translation>El modelo de primer orden vale como lineal hasta un error del 3 %</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>El idioma cambia al próximo inicio.</translation>
    </message>
    <message>
        <source>The loss counts this token</source>
        <translation>La pérdida cuenta este token</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>El paso siguiente</translation>
    </message>
    <message>
        <source>The offline manual</source>
        <translation>El manual, sin conexión</translation>
    </message>
    <message>
        <source>The project cannot be read</source>
        <translation>No se puede leer el proyecto</translation>
    </message>
    <message>
        <source>The project keeps the rows as they were read. %1</source>
        <translation>El proyecto conserva las filas como se leyeron. %1</translation>
    </message>
    <message>
        <source>The project needs a folder that does not exist yet.</source>
        <translation>El proyecto necesita una carpeta que aún no exista.</translation>
    </message>
    <message>
        <source>The same if everything else is there already (leave-one-out)</source>
        <translation>Lo mismo si todo lo demás ya está (dejando uno fuera)</translation>
    </message>
    <message>
        <source>The smallest number of groups whose mean is within one standard error of the best</source>
        <translation>El menor número de grupos cuya media está a un error estándar de la mejor</translation>
    </message>
    <message>
        <source>The table could not be written</source>
        <translation>No se pudo escribir la tabla</translation>
    </message>
    <message>
        <source>The table shows the ensemble as it was. Evaluating again takes only the datasets that changed.</source>
        <translation>La tabla muestra el ensamble como era. Evaluar otra vez solo toma los conjuntos que cambiaron.</translation>
    </message>
    <message>
        <source>The target alone</source>
        <translation>El objetivo solo</translation>
    </message>
    <message>
        <source>The weights changed since these scores</source>
        <translation>Los pesos cambiaron desde estas puntuaciones</translation>
    </message>
    <message>
        <source>The window can go on with them out of sight, or stop within one step and keep what was reached. The next start resumes.</source>
        <translation>La ventana puede seguir con ellas fuera de la vista, o detenerse en un paso y conservar lo alcanzado. El próximo inicio reanuda.</translation>
    </message>
    <message>
        <source>The window without a frame</source>
        <translation>La ventana sin marco</translation>
    </message>
    <message>
        <source>Their answer does not fit the token limit</source>
        <translation>Su respuesta no cabe en el límite de tokens</translation>
    </message>
    <message>
        <source>These keys belong to "%1". Choose others.</source>
        <translation>Estas teclas son de «%1». Elija otras.</translation>
    </message>
    <message>
        <source>These options do not fit the rows</source>
        <translation>Estas opciones no encajan con las filas</translation>
    </message>
    <message>
        <source>They need about %1 more.</source>
        <translation>Necesitan aún unos %1.</translation>
    </message>
    <message>
        <source>This button is always what comes next. The whole sample takes about five minutes.</source>
        <translation>Este botón es siempre lo que sigue. Toda la muestra tarda unos cinco minutos.</translation>
    </message>
    <message>
        <source>This could not be computed</source>
        <translation>Esto no se pudo calcular</translation>
    </message>
    <message>
        <source>Tick datasets to see what training on them together is predicted to give.</source>
        <translation>Marque conjuntos para ver qué se predice al entrenarlos juntos.</translation>
    </message>
    <message>
        <source>Ticked: mean %1, %2 against alone</source>
        <translation>Marcados: media %1, %2 frente a solo</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Time that training this group takes</source>
        <translation>Tiempo que lleva entrenar este grupo</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Token limit</source>
        <translation>Límite de tokens</translation>
    </message>
    <message>
        <source>Tokenizer and templates</source>
        <translation>Tokenizador y plantillas</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tokens of the row</source>
        <translation>Tokens de la fila</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>Tokens/s</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Recorrido</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entrenar</translation>
    </message>
    <message numerus='yes'>
        <source>Train %n groups</source>
        <translation><numerusform>Entrenar %n grupo</numerusform><numerusform>Entrenar %n grupos</numerusform></translation>
    </message>
    <message>
        <source>Train earlier</source>
        <translation>Entrenar antes</translation>
    </message>
    <message>
        <source>Train later</source>
        <translation>Entrenar después</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>Pérdida entr.</translation>
    </message>
    <message>
        <source>Train the baselines too</source>
        <translation>Entrenar también las referencias</translation>
    </message>
    <message>
        <source>Train the groups</source>
        <translation>Entrenar los grupos</translation>
    </message>
    <message>
        <source>Train the groups first</source>
        <translation>Entrene primero los grupos</translation>
    </message>
    <message>
        <source>Train the selection</source>
        <translation>Entrenar la selección</translation>
    </message>
    <message>
        <source>Train together</source>
        <translation>Entrenar juntos</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Entrenado</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Entrenado con</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenando</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Pérdida de entrenamiento</translation>
    </message>
    <message>
        <source>Training loss as a table</source>
        <translation>Pérdida de entrenamiento como tabla</translation>
    </message>
    <message>
        <source>Training loss by optimiser step</source>
        <translation>Pérdida de entrenamiento por paso del optimizador</translation>
    </message>
    <message>
        <source>Training options</source>
        <translation>Opciones de entrenamiento</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>Tiempo de entrenamiento</translation>
    </message>
    <message>
        <source>Trust meter</source>
        <translation>Medidor de confianza</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Type a command or the name of a dataset, group or run</source>
        <translation>Escriba una orden o el nombre de un conjunto, grupo o ejecución</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Desmarcar todo</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Usar %1</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarlo</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Valid.</translation>
    </message>
    <message>
        <source>Valid loss</source>
        <translation>Pérdida val.</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>Validar cada</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Pérdida de validación</translation>
    </message>
    <message>
        <source>Validation row</source>
        <translation>Fila de validación</translation>
    </message>
    <message>
        <source>Validation row of %1</source>
        <translation>Fila de validación de %1</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>Parte de validación</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>Versiones y licencias</translation>
    </message>
    <message>
        <source>Versions, log and settings in one file, without any text of your datasets</source>
        <translation>Versiones, registro y ajustes en un archivo, sin texto de sus datos</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>View as table</source>
        <translation>Ver como tabla</translation>
    </message>
    <message>
        <source>Vs alone</source>
        <translation>Frente a solo</translation>
    </message>
    <message>
        <source>Vs one for all</source>
        <translation>Frente a uno para todos</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Warm-up share</source>
        <translation>Parte de calentamiento</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avisos y errores</translation>
    </message>
    <message>
        <source>Weigh by the &amp;prompt</source>
        <translation>Ponderar según el &amp;prompt</translation>
    </message>
    <message>
        <source>Weigh by the prompt</source>
        <translation>Ponderar según el prompt</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Decaimiento de pesos</translation>
    </message>
    <message>
        <source>Weight mixer</source>
        <translation>Mezclador de pesos</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>Peso de %1</translation>
    </message>
    <message>
        <source>Weight of the past in the moving average: 0 shows the raw values</source>
        <translation>Peso del pasado en la media móvil: 0 muestra los valores sin tratar</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>What did not change is kept and reused.</source>
        <translation>Lo que no cambió se conserva y se reutiliza.</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Qué difiere</translation>
    </message>
    <message>
        <source>What each dataset is estimated to bring to the others, in nats of their validation loss: above 0 helps. Nothing was trained for it.</source>
        <translation>Lo que se estima que cada conjunto de datos aporta a los demás, en nats de su pérdida de validación: por encima de 0 ayuda. No se entrenó nada para ello.</translation>
    </message>
    <message>
        <source>What every dataset brings</source>
        <translation>Qué aporta cada conjunto de datos</translation>
    </message>
    <message>
        <source>What every dataset would reach after fine-tuning on the ticked ones together: the first-order model, fitted to exactly these datasets (method, section 5). Seconds of regression, nothing is trained.</source>
        <translation>Lo que alcanzaría cada conjunto tras el ajuste fino con los marcados: el modelo de primer orden, ajustado exactamente a estos conjuntos (método, sección 5). Segundos de regresión, no se entrena nada.</translation>
    </message>
    <message>
        <source>What is dataset affinity?</source>
        <translation>¿Qué es la afinidad entre datos?</translation>
    </message>
    <message>
        <source>What runs</source>
        <translation>Qué está en marcha</translation>
    </message>
    <message>
        <source>What the curve and the price tag show, and what refined climbs</source>
        <translation>Lo que muestran la curva y la etiqueta de precio, y por lo que sube refined</translation>
    </message>
    <message>
        <source>What three epochs over its rows take here</source>
        <translation>Lo que tardan aquí tres épocas sobre sus filas</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Qué se escribió</translation>
    </message>
    <message>
        <source>What's &amp;this?</source>
        <translation>¿Qué es e&amp;sto?</translation>
    </message>
    <message>
        <source>What-if bench</source>
        <translation>Banco de supuestos</translation>
    </message>
    <message>
        <source>Where the bundle is used</source>
        <translation>Dónde se usa el paquete</translation>
    </message>
    <message>
        <source>Which examples</source>
        <translation>Qué ejemplos</translation>
    </message>
    <message>
        <source>Which sources help one dataset?</source>
        <translation>¿Qué fuentes ayudan a un conjunto de datos?</translation>
    </message>
    <message>
        <source>Without this member the others, fitted again, lose %1 nats of validation loss.</source>
        <translation>Sin este miembro los demás, reajustados, pierden %1 nats de pérdida de validación.</translation>
    </message>
    <message>
        <source>Work is going on</source>
        <translation>Hay trabajo en marcha</translation>
    </message>
    <message>
        <source>Works offline. Sends nothing.</source>
        <translation>Funciona sin conexión. No envía nada.</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>Peores</translation>
    </message>
    <message>
        <source>Worst, %1</source>
        <translation>Peor, %1</translation>
    </message>
    <message>
        <source>Worth of the members</source>
        <translation>Valor de los miembros</translation>
    </message>
    <message>
        <source>Write a text of this dataset</source>
        <translation>Escriba un texto de este conjunto</translation>
    </message>
    <message>
        <source>Write the weighted ensemble as files that others load</source>
        <translation>Escribe el ensamble ponderado como archivos que otros cargan</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Escrito</translation>
    </message>
    <message>
        <source>Written artefact</source>
        <translation>Artefacto escrito</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>unos %1</translation>
    </message>
    <message numerus='yes'>
        <source>and %n more</source>
        <translation><numerusform>y %n más</numerusform><numerusform>y %n más</numerusform></translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>as trained</source>
        <translation>como se entrenó</translation>
    </message>
    <message>
        <source>by the prompt</source>
        <translation>según el prompt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>comprobando</translation>
    </message>
    <message>
        <source>chosen by validation loss</source>
        <translation>elegido por la pérdida de validación</translation>
    </message>
    <message>
        <source>copying</source>
        <translation>copiando</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>cortado</translation>
    </message>
    <message>
        <source>decided by the engine</source>
        <translation>lo decide el programa</translation>
    </message>
    <message>
        <source>density %1</source>
        <translation>densidad %1</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>detectado</translation>
    </message>
    <message>
        <source>distance from the start</source>
        <translation>distancia desde el inicio</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>ensemble in the project</source>
        <translation>ensamble del proyecto</translation>
    </message>
    <message>
        <source>ensemble.py, weights per dataset</source>
        <translation>ensemble.py, pesos por conjunto</translation>
    </message>
    <message>
        <source>estimated loss</source>
        <translation>pérdida estimada</translation>
    </message>
    <message>
        <source>finished %1</source>
        <translation>terminado %1</translation>
    </message>
    <message>
        <source>free text</source>
        <translation>texto libre</translation>
    </message>
    <message>
        <source>fresh: the new adapter; warmed: after a short joint training</source>
        <translation>fresh: el adaptador nuevo; warmed: tras un breve entrenamiento conjunto</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>gradientes</translation>
    </message>
    <message>
        <source>grouping</source>
        <translation>agrupando</translation>
    </message>
    <message>
        <source>hand</source>
        <translation>mano</translation>
    </message>
    <message>
        <source>helps</source>
        <translation>ayuda</translation>
    </message>
    <message>
        <source>hurts</source>
        <translation>perjudica</translation>
    </message>
    <message>
        <source>knee</source>
        <translation>codo</translation>
    </message>
    <message>
        <source>learning-rate test</source>
        <translation>prueba de tasa</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>límite %1</translation>
    </message>
    <message>
        <source>mean cross-entropy of the targets, natural logarithm</source>
        <translation>entropía cruzada media de los objetivos, logaritmo natural</translation>
    </message>
    <message>
        <source>mean of ((h0 + g·Δ − h) / max(|h|, |h0|))² where fine-tuning on everything would go (method, section 6)</source>
        <translation>media de ((h0 + g·Δ − h) / max(|h|, |h0|))² donde iría el ajuste con todo (método, sección 6)</translation>
    </message>
    <message>
        <source>measured loss</source>
        <translation>pérdida medida</translation>
    </message>
    <message>
        <source>more labels</source>
        <translation>más etiquetas</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>necesita atención</translation>
    </message>
    <message>
        <source>no points yet</source>
        <translation>aún sin puntos</translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>sin verificar aún</translation>
    </message>
    <message>
        <source>one adapter for all: %1</source>
        <translation>un adaptador para todos: %1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>optimiser step</source>
        <translation>paso del optimizador</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>p(right)</source>
        <translation>p(correcta)</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>sin tratar</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>leyendo</translation>
    </message>
    <message>
        <source>real fine-tunings</source>
        <translation>ajustes finos reales</translation>
    </message>
    <message>
        <source>row gains from
column joining it</source>
        <translation>la fila gana si la
columna se une</translation>
    </message>
    <message>
        <source>row gains from a pair
with the column</source>
        <translation>la fila gana en pareja
con la columna</translation>
    </message>
    <message>
        <source>rows replayed from the written files, %1</source>
        <translation>filas repetidas a partir de los archivos escritos, %1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>runs.sqlite, affinity, certificate, licences</source>
        <translation>runs.sqlite, afinidad, certificado, licencias</translation>
    </message>
    <message>
        <source>scoring</source>
        <translation>puntuando</translation>
    </message>
    <message>
        <source>share of the row's rows
also in the column</source>
        <translation>parte de las filas de la
fila también en la columna</translation>
    </message>
    <message>
        <source>share of validation rows answered right, 95 % bootstrap</source>
        <translation>parte de filas de validación bien respondidas, bootstrap del 95 %</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>suavizado</translation>
    </message>
    <message>
        <source>step length</source>
        <translation>longitud del paso</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenido</translation>
    </message>
    <message>
        <source>subset fits</source>
        <translation>ajustes de subconjuntos</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>hoy %1</translation>
    </message>
    <message>
        <source>trained adapter</source>
        <translation>adaptador entrenado</translation>
    </message>
    <message>
        <source>trained here</source>
        <translation>entrenado aquí</translation>
    </message>
    <message>
        <source>training on the selection</source>
        <translation>entrenando con la selección</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validación</translation>
    </message>
    <message>
        <source>validation loss, %1 subsets, 95 % interval</source>
        <translation>pérdida de validación, %1 subconjuntos, intervalo del 95 %</translation>
    </message>
    <message>
        <source>verified %1</source>
        <translation>verificado %1</translation>
    </message>
    <message>
        <source>vs one adapter</source>
        <translation>frente a un adaptador</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>calentamiento</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>pesos</translation>
    </message>
    <message>
        <source>weights of %1</source>
        <translation>pesos de %1</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>escribiendo</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>Δ accuracy</source>
        <translation>Δ exactitud</translation>
    </message>
    <message>
        <source>Σ of weighted members</source>
        <translation>Σ de miembros ponderados</translation>
    </message>
    <message>
        <source>Σ rank</source>
        <translation>Σ rango</translation>
    </message>
    <message>
        <source>Σ rank: %1 → %2</source>
        <translation>Σ rango: %1 → %2</translation>
    </message>
    <message>
        <source>Σ rank: sum of the members' ranks. vLLM accepts up to 512.</source>
        <translation>Σ rango: suma de los rangos de los miembros. vLLM admite hasta 512.</translation>
    </message>
    <message>
        <source>Σ(f̂ − f)² / Σf² over the datasets inside the probed sets; membership alone: %1</source>
        <translation>Σ(f̂ − f)² / Σf² sobre los conjuntos incluidos en las sondas; solo con la pertenencia: %1</translation>
    </message>
</context>
</TS>
