import { days, h, hours, link, p, picture, quote, type Told, table, tell, years } from './sample-story.ts';
import { threadIn } from './sample-subjects.ts';
import { topicsIn } from './sample-topics.ts';

const topics = topicsIn('es');
const thread = threadIn('es');
const own = 'Agencia Telegráfica de Lirven';
const drawing = 'Ilustración: Agencia Telegráfica de Lirven';

/** Spanish, from this morning back into the archive. */
export const storiesEs2: Told[] = [
  tell('es', {
    minutesAgo: hours(8) + 55,
    group: 'observatory',
    section: 'science',
    topics: topics('astronomy'),
    dateline: 'Kersen',
    byline: 'Ida Mornay',
    credit: own,
    headline: 'Las placas de vidrio de un maestro cuentan 70 años de una estrella que se apaga',
    lead: 'Unas 4100 fotografías halladas en el desván de una escuela de montaña muestran que una estrella débil palidece con un ritmo que los censos modernos eran demasiado jóvenes para ver.',
    body: [
      picture('observatory', {
        alt: 'La cúpula abierta de un observatorio en una colina, bajo trazos de estrellas que giran en torno a un punto.',
        caption: 'El observatorio de Kersen, donde se midieron las placas del maestro.',
        credit: drawing,
      }),
      p(
        'Astrónomos del observatorio de Kersen han encontrado una estrella que pierde un tercio de su brillo cada 26 años, gracias a una caja de placas que un maestro de pueblo expuso durante casi toda su vida.',
      ),
      p(
        'Anton Velk, que enseñaba aritmética en la escuela de Alto Kersen, fotografió el mismo trozo de cielo todas las noches claras de cuatro décadas; dos alumnos siguieron tras su muerte. Las placas aparecieron en el desván cuando se arregló el tejado.',
      ),
      p(
        'La estrella, que en los catálogos solo tiene número, se debilita durante unos once meses y después se recupera. Un censo automático había visto una de esas caídas y la tomó por un fallo de la cámara.',
      ),
      quote(
        '«Una caída es un error, dos son una coincidencia y tres, un artículo», dijo Aron Keldt, que dirige el grupo. Su equipo cree que un disco de polvo pasa por delante de la estrella, arrastrado por un compañero invisible.',
      ),
      h('Un escáner y una manta'),
      p(
        'Las placas se midieron en un solo cuarto, con un escáner plano y una manta en la ventana. Todas las imágenes y las medidas están ',
        link('abiertas a cualquiera', 'https://example.org/velk-plates'),
        '.',
      ),
      p(
        'La próxima caída se espera dentro de cuatro años. Los alumnos han pedido hacer la primera fotografía.',
      ),
    ],
  }),
  tell('es', {
    minutesAgo: hours(14) + 10,
    group: 'library',
    section: 'culture',
    topics: topics('libraries', 'heritage'),
    dateline: 'Lirven',
    byline: 'Clara Wennig',
    credit: own,
    headline: 'La Biblioteca Nacional deja las lámparas encendidas: la sala abre hasta las dos',
    lead: 'Panaderos, enfermeras y estudiantes lo pedían desde hace once años. La primera noche se ocuparon 240 de los 260 asientos de la sala de Lirven.',
    body: [
      picture('library', {
        alt: 'Filas de mesas de lectura con lámparas verdes bajo altos ventanales de arco y galerías de libros.',
        caption: 'La gran sala de lectura tiene 260 asientos bajo un techo de corcho pintado.',
        credit: drawing,
      }),
      p(
        'La gran sala de lectura de la Biblioteca Nacional, en Lirven, permaneció abierta anoche hasta las dos de la madrugada por primera vez, y casi no quedó un sitio libre.',
      ),
      p(
        'El nuevo horario regirá a prueba durante un año, cuatro noches por semana. La biblioteca ha contratado a nueve bibliotecarios nocturnos, tres de ellos tranviarios jubilados, y ha abierto una puerta lateral para no apagar las alarmas del resto del edificio.',
      ),
      p(
        'La primera petición la entregaron hace once años los obreros de la panadería de la Cordelería, que entran a las tres. Volvía cada primavera con más nombres; la última llevaba 6240.',
      ),
      quote(
        '«Al echar las cuentas pensábamos en los estudiantes», dijo la directora, Leila Varasti. «Luego miré las mesas: dos enfermeras, un pescadero, un señor que aprende finés y la abuela de alguien con el registro de la propiedad».',
      ),
      p(
        'El coste, 1,3 millones de coronas al año, lo pagan a medias el Estado y el ayuntamiento. Se puede llevar té en termo cerrado; sigue prohibido cuchichear.',
      ),
    ],
  }),
  tell('es', {
    minutesAgo: days(1) + 395,
    section: 'economy',
    topics: topics('trade', 'labour'),
    dateline: 'Halvek',
    byline: 'Bruno Salcedo',
    credit: own,
    headline: 'La lonja de Halvek subasta en silencio, y el pescado vale un 7 % más',
    lead: 'Las mujeres que vendían a gritos desde hace dos siglos han cambiado la voz por una linterna. El motivo: un vecino nuevo que trabaja de noche.',
    body: [
      p(
        'La lonja de Halvek ha cerrado su primer mes de subastas sin voz. Las vendedoras marcan el precio con una linterna de colores y los compradores responden levantando la gorra.',
      ),
      p(
        'El cambio iba a durar una semana. Lo pidió por carta el médico de guardia, que se había mudado encima del mercado y dormía, según escribió, «a razón de un rodaballo por hora».',
      ),
      table(
        ['Especie', 'Coronas el kilo', 'Antes'],
        ['Rodaballo', '186', '171'],
        ['Caballa', '34', '33'],
        ['Cangrejo', '92', '85'],
      ),
      p(
        'El precio medio ha subido un 7 %. La cooperativa lo atribuye a que ya nadie puja por error; los mayoristas, a que nadie oye cuándo se retiran los demás.',
      ),
      quote(
        '«Mi bisabuela se oía desde el faro», dijo la vendedora Amalia Roke. «A mí se me ve desde el faro. Algo hemos conservado».',
      ),
      p('El médico ha pedido el traslado a otra calle: asegura que ahora le despierta el silencio.'),
    ],
  }),
  tell('es', {
    minutesAgo: days(204) + 310,
    group: 'flood',
    thread: thread('ilmer-flood'),
    section: 'region',
    topics: topics('floods', 'ilmer', 'towns'),
    dateline: 'Ostrel',
    byline: 'Jakob Tenning',
    credit: own,
    headline: 'El Ilmer baja del nivel de peligro en Ostrel y el Puente Viejo abre a los peatones',
    lead: 'El río descendió 1,4 metros en un día. Unas 2300 personas pueden volver a casa, pero sin beber del grifo hasta que se analicen los pozos.',
    body: [
      picture('bridge', {
        alt: 'Un puente de piedra de cinco arcos sobre un río alto y pardo, con algunas personas que lo cruzan.',
        caption: 'El Puente Viejo de Ostrel estuvo en el agua hasta el arranque de los arcos.',
        credit: drawing,
      }),
      p(
        'El Ilmer bajó a primera hora de hoy del nivel de peligro en Ostrel, cinco días después de desbordar el muelle, y el Puente Viejo de la ciudad quedó abierto a los peatones.',
      ),
      p(
        'La escala del molino marcaba 5,1 metros a las siete, frente a los 6,5 del día anterior y los 7,24 del máximo, el segundo mayor desde que hay registros, en 1893. El mayor, de 7,31, es de 1931.',
      ),
      p(
        'Unas 2300 personas habían dejado sus casas, la mayoría para ir al polideportivo y a la azucarera. No hubo muertos; un bombero se rompió una pierna al ceder un embarcadero.',
      ),
      quote(
        '«El agua entró por la puerta principal, miró alrededor y salió por el piano», dijo Berthe Lanning, profesora de música en la calle del Molino.',
      ),
      p(
        'Los buzos examinarán mañana los cimientos. Hasta entonces no pasarán vehículos. La ',
        link('lista de carreteras abiertas', 'https://example.org/ostrel-roads'),
        ' se renueva cada hora.',
      ),
    ],
  }),
  tell('es', {
    minutesAgo: years(1.9),
    section: 'sport',
    topics: topics('cycling', 'labour'),
    dateline: 'Mirsa',
    byline: 'Bruno Salcedo',
    credit: 'Prensa de Tesaria',
    headline: 'Una cartera gana la vuelta a la llanura y reparte el correo por el camino',
    lead: 'Delia Monreal corrió los 96 kilómetros con la saca a la espalda porque nadie pudo cubrir su turno. Entregó 41 cartas y llegó con nueve minutos de ventaja.',
    body: [
      p(
        'La cartera Delia Monreal, de 52 años, ganó ayer la vuelta ciclista a la llanura de Mirsa con el uniforme de Correos y una saca de once kilos, de la que fue sacando cartas a lo largo del recorrido.',
      ),
      p(
        'Se había inscrito en enero. La víspera, su sustituto cayó enfermo, y el reglamento postal no admite aplazar el reparto por motivos deportivos. El de la carrera, en cambio, no prohíbe llevar peso.',
      ),
      p(
        'Paró 38 veces. Ganó, explicó, porque conoce cada bache desde hace veintiséis años y porque los perros de la llanura, que retrasaron a todo el pelotón, a ella la dejan pasar.',
      ),
      quote(
        '«Los demás subían mirando el cuentakilómetros. Yo subía pensando que en lo alto vive doña Marta y que le llevaba carta del hijo».',
      ),
      p(
        'De las 41 cartas, una llegó tarde: iba dirigida a ella misma y la abrió en el podio. Era una factura.',
      ),
    ],
  }),
];
