import { about, h, hours, link, list, p, picture, quote, type Told, tell } from './sample-story.ts';
import { threadIn } from './sample-subjects.ts';
import { topicsIn } from './sample-topics.ts';

const topics = topicsIn('es');
const thread = threadIn('es');
const own = 'Agencia Telegráfica de Lirven';
const drawing = 'Ilustración: Agencia Telegráfica de Lirven';

/** Spanish, the last hours. */
export const storiesEs1: Told[] = [
  tell('es', {
    minutesAgo: 22,
    group: 'gavrel-pass',
    section: 'region',
    topics: topics('mountain-roads', 'trade'),
    dateline: 'Kersen',
    byline: 'Ada Rhomberg',
    credit: own,
    headline: 'El puerto de Gavrel reabre con un solo carril, 23 días después del derrumbe',
    lead: 'Los camiones pueden cruzar a horas fijas por la carretera principal más alta de Velmar y se ahorran un rodeo de 310 kilómetros, pero la reapertura completa tardará meses.',
    body: [
      picture('pass', {
        alt: 'Una carretera sube en curvas cerradas entre roca oscura y neveros hacia un collado.',
        caption: 'La carretera del puerto de Gavrel, que llega a los 2870 metros.',
        credit: drawing,
      }),
      p(
        'El puerto de Gavrel ha reabierto esta mañana a un solo carril, 23 días después de que un derrumbe sepultara 140 metros de la carretera entre Kersen y la frontera sur.',
      ),
      p(
        'El primero de los 61 camiones que esperaban cruzó la barrera poco después de las seis, tras un vehículo de conservación. El paso, que suele llevar veinte minutos, duró algo menos de una hora, según la policía.',
      ),
      p(
        'Se subirá en las horas pares y se bajará en las impares, de seis de la mañana a ocho de la tarde. Los vehículos de más de 28 toneladas y los que llevan carga inflamable deben seguir por la costa.',
      ),
      p(
        'La ministra de Transportes, Daria Venn, que ayer recorrió a pie el tramo reparado, dijo que el Estado ha gastado 6,2 millones de coronas en retirar la piedra y anclar la ladera. A finales del próximo año protegerá la calzada una galería de hormigón y madera.',
      ),
      quote(
        '«He dormido veintidós noches en esta cabina y conozco por su nombre a todos los perros de Kersen», dijo Ruben Tal, que llevaba azulejos. «Son buenos perros. Pero quiero ver al mío».',
      ),
      p(
        'Los geólogos vigilan la ladera con once inclinómetros y un radar. Si se mueve más de cuatro milímetros en un día, la carretera se cerrará sin aviso, advirtió Bettina Orsk, del servicio de carreteras.',
      ),
    ],
  }),
  tell('es', {
    minutesAgo: 52,
    group: 'port-shifts',
    thread: thread('night-port'),
    section: 'economy',
    topics: topics('lirven-port', 'labour', 'trade'),
    dateline: 'Lirven',
    byline: 'Nora Ellick',
    credit: own,
    headline: 'Los estibadores de Lirven aceptan el turno de noche y ponen fin a nueve semanas de bloqueo',
    lead: 'Por 812 votos contra 305, las cuadrillas del mayor puerto de Velmar aprueban trabajar en tres turnos. Los barcos podrán descargar de noche por primera vez desde que existe la terminal.',
    body: [
      picture('harbour', {
        alt: 'Cuatro grúas se alzan sobre un carguero atracado al anochecer, con el sol bajo tras la escollera.',
        caption:
          'La terminal de contenedores de Lirven. Hasta ahora solo se trabajaba de noche en caso de urgencia.',
        credit: drawing,
      }),
      p(
        'Los trabajadores del puerto de Lirven han aceptado un sistema de tres turnos en la terminal de contenedores y levantan el veto a las horas extraordinarias, que llegó a dejar 14 barcos esperando frente a la escollera.',
      ),
      p(
        'Según el Sindicato de Trabajadores Portuarios, 812 afiliados votaron a favor del acuerdo y 305 en contra. El veto cayó en cuanto se leyó el recuento en la antigua aduana; la primera cuadrilla nocturna empieza la semana próxima.',
      ),
      p(
        'La terminal contratará a 190 personas, la mitad para las grúas y la trinca. Nadie podrá trabajar más de cuatro noches seguidas, y la hora nocturna se pagará a una vez y media la diurna.',
      ),
      quote(
        '«No lo hemos ganado todo, pero no hemos vendido el sueño», dijo Jonas Meriel, que dirige la sección de la terminal. «Ahora hay un límite por escrito. Antes solo estaba el teléfono del capataz».',
      ),
      p(
        'El ',
        about('puerto de Lirven', 'lirven-port'),
        ' movió el mes pasado 38 400 contenedores, una quinta parte menos que antes del conflicto. Tres navieras desviaron tráfico a otros puertos y los exportadores de Mirsa guardaron el trigo en almacenes alquilados.',
      ),
      p(
        'La capitana del puerto, Ines Kovarr, anunció que atracarán primero los barcos con alimentos y medicinas. Calcula que la cola desaparecerá en unas tres semanas si el tiempo acompaña.',
      ),
      p(
        'Quienes viven sobre los muelles están menos contentos. Los vecinos de la Cordelería piden al ayuntamiento que limite el ruido a partir de las 23:00 y que tape las farolas del muelle. El pleno lo debatirá mañana.',
      ),
    ],
  }),
  tell('es', {
    minutesAgo: 83,
    group: 'ilmer-readings',
    thread: thread('ilmer-flood'),
    section: 'world',
    topics: topics('ilmer', 'floods', 'water'),
    dateline: 'Ginebra',
    byline: 'Casper Voigtlin',
    credit: own,
    headline: 'Velmar y Tesaria compartirán las medidas de un río que antes viajaban por fax',
    lead: 'Los dos países intercambiarán cada diez minutos los niveles del Ilmer. Las ciudades de aguas abajo sabrán de una crecida hasta once horas antes.',
    body: [
      picture('flood', {
        alt: 'Un río visto desde el cielo serpentea entre campos; una franja clara marca en ambas orillas la tierra inundable.',
        caption: 'El bajo Ilmer y las tierras que cubre en su nivel más alto conocido.',
        credit: drawing,
      }),
      p(
        'Velmar y Tesaria acordaron hoy compartir las lecturas de 46 estaciones del Ilmer, un río que nace en un país, inunda el otro y que ambos han medido por separado durante casi un siglo.',
      ),
      p(
        'El acuerdo, alcanzado en Ginebra tras cuatro días de conversaciones, sustituye a un protocolo por el que cada parte enviaba a la otra una página de cifras al día. Hasta hace dos años, la página iba por fax.',
      ),
      p(
        'Los datos pasarán ahora de un servicio hidrológico al otro cada diez minutos. Los ingenieros que han probado el enlace con crecidas pasadas calculan que Ostrel, la primera gran ciudad tras la frontera, habría sido avisada entre siete y once horas antes.',
      ),
      quote(
        '«Un río no se para en la ventanilla a que le sellen el pasaporte», dijo la hidróloga Mina Sarkand, jefa de la delegación de Velmar. «Once horas son la diferencia entre subir los muebles al primer piso y subir a la abuela».',
      ),
      h('Lo acordado'),
      list(
        'Niveles y lluvias de 46 estaciones, cada diez minutos, gratis para ambas partes y para el público.',
        'Una línea telefónica entre las salas de control de las dos presas, atendida día y noche.',
        'Aviso de al menos 36 horas antes de soltar más de 400 metros cúbicos por segundo de la presa de Karsk.',
        'Un mapa común de las zonas inundables del valle bajo, que se terminará el año próximo.',
      ),
      p(
        'Las delegaciones dejaron fuera la cuestión más difícil: cuánta agua puede tomar cada país para el riego. El delegado de Tesaria, Oskar Brandel, dijo que su Gobierno quiere «aprender a comerciar con cifras antes que con agua».',
      ),
      p(
        'Ambos servicios y ',
        link('la página de la comisión', 'https://example.org/ilmer-commission'),
        ' publicarán los datos a partir del mes que viene.',
      ),
    ],
  }),
  tell('es', {
    minutesAgo: hours(2) + 48,
    section: 'culture',
    topics: topics('film', 'towns'),
    dateline: 'Ostrel',
    byline: 'Inés Belmar',
    credit: own,
    headline: 'El cine de verano de Ostrel proyecta al revés para los vecinos de enfrente',
    lead: 'Durante veinte años, media calle vio las películas por detrás de la sábana. Ahora la pantalla se da la vuelta cada noche a mitad de sesión.',
    body: [
      p(
        'El cine de verano de la plaza del Molino, en Ostrel, dará la vuelta a su pantalla a mitad de cada película para que los vecinos de los números impares puedan leer por fin los subtítulos del derecho.',
      ),
      p(
        'La sábana cuelga desde hace veinte años entre dos plátanos. Quienes viven detrás se sentaban en los balcones y veían los coches conducir por la izquierda y a los zurdos escribir con la derecha.',
      ),
      p(
        'Un recuento de la asociación de vecinos estimó que el público de los balcones, unas 160 personas, superaba en julio al de las sillas. Nunca había pagado entrada ni la había pedido.',
      ),
      quote(
        '«Yo leo del revés mejor que del derecho», dijo Consuelo Ferrán, de 81 años, en el tercero del número 7. «Pero el final me gustaría verlo como los demás».',
      ),
      p(
        'El giro dura cuatro minutos, con música. La cooperativa del cine ha puesto una hucha en cada portal; en la primera noche recogió 212 coronas, dos botones y una nota que pedía películas más largas.',
      ),
    ],
  }),
  tell('es', {
    minutesAgo: hours(5) + 25,
    group: 'cup-final',
    section: 'sport',
    topics: topics('football'),
    dateline: 'Ostrel',
    byline: 'Milo Sander',
    credit: own,
    headline: 'El Harbour llega a su primera final de copa en 31 años con diez hombres y un portero prestado',
    lead: 'El equipo de Lirven perdió a un jugador a la media hora en Ostrel, pero sostuvo el empate a cero y pasa por 2-1 en el total de la eliminatoria.',
    body: [
      picture('pitch', {
        alt: 'Un campo de fútbol visto desde arriba, con franjas de césped y sombras largas de los jugadores.',
        caption: 'El campo de Ostrel, del que el Harbour defendió una mitad durante una hora.',
        credit: drawing,
      }),
      p(
        'El Harbour de Lirven jugará la final de copa por primera vez en 31 años tras empatar a cero en el campo del Ostrel Mills, donde pasó una hora con diez hombres.',
      ),
      p(
        'Había ganado la ida por 2-1 la semana pasada. Llegó a Ostrel sin ninguno de sus porteros, uno con un dedo roto y otro en la boda de su hermana, y con Emil Kastner, de 41 años, cedido para un solo partido.',
      ),
      p(
        'Kastner, dueño de una tienda de bicicletas y sin jugar en primera desde hace cinco años, hizo nueve paradas. La mejor, en el minuto 88, cuando desvió al larguero un cabezazo del capitán local, Luka Brandt.',
      ),
      quote(
        '«Les dije a mis clientes que abriría a las diez», comentó. «Con los frenos tendrán que tener paciencia».',
      ),
      p(
        'El defensa Sami Orlan fue expulsado en el minuto 31 por su segunda entrada por detrás. Desde entonces el Ostrel tuvo dos tercios del balón y 24 remates, pero solo seis entre los palos.',
      ),
      p(
        'En la final espera el campeón, el Ferroviario de Kersen. Las 11 500 entradas del Harbour se venden desde mañana en las dos taquillas del club y, por primera vez, por teléfono.',
      ),
    ],
  }),
];
