import type { CommentsWords } from '../comments-words.ts';
import type { In } from '../plurals.ts';

export const commentsEs: In<'es', CommentsWords> = {
  title: 'Comentarios',
  count: { one: '{n} comentario', many: '{n} de comentarios', other: '{n} comentarios' },
  all: 'Todos los comentarios',
  write: 'Escribir un comentario',
  answer: 'Responder',
  answerTo: (name) => `En respuesta a ${name}`,
  beforeCorrection: (when) => `Escrito antes de la corrección del ${when}`,
  removed: 'Retirado a petición de su autor.',
  readOn: 'Seguir leyendo',

  commentsOn: (code) => `Comentarios sobre la noticia n.º ${code}`,
  none: 'Nadie ha escrito todavía un comentario.',
  closed: 'Los comentarios de esta noticia están cerrados.',
  first: 'Los primeros comentarios',
  later: 'Comentarios siguientes',
  toStory: 'A la noticia',

  formOn: (code) => `Comentar la noticia n.º ${code}`,
  readFirst: 'Una persona lee cada comentario antes de que se muestre.',
  readAfter: 'Una persona lee los comentarios, algunos antes de que se muestren.',
  name: 'Su nombre',
  nameHint: 'Se muestra encima de su comentario.',
  email: 'Su correo electrónico (opcional)',
  emailHint: {
    one: 'No se muestra a nadie y se borra al cabo de {n} día.',
    many: 'No se muestra a nadie y se borra al cabo de {n} de días.',
    other: 'No se muestra a nadie y se borra al cabo de {n} días.',
  },
  text: 'Su comentario',
  textHint: (most) => `Hasta ${most} caracteres. Una línea vacía empieza un párrafo nuevo.`,
  tell: 'Avisarme por correo cuando se publique o reciba una respuesta',
  trap: 'Deje este campo vacío',
  send: 'Enviar el comentario',

  faults: {
    noName: 'Escriba el nombre que debe figurar encima de su comentario.',
    longName: (most) => `El nombre es demasiado largo: ${most} caracteres como máximo.`,
    noEmail: 'Para que le avisemos, escriba su correo electrónico o quite la marca.',
    wrongEmail: 'No es una dirección de correo: escríbala como nombre@example.org o déjela vacía.',
    noText: 'Escriba su comentario.',
    longText: (most) => `El comentario es demasiado largo: ${most} caracteres como máximo.`,
  },
  refused: 'Todavía no se ha enviado',
  stale: 'El formulario estuvo abierto demasiado tiempo. Su texto está aquí: envíelo de nuevo, por favor.',
  tooQuick: 'Ha sido muy rápido. Su texto está aquí: revíselo y envíelo de nuevo, por favor.',
  tooOften: {
    one: 'Han llegado demasiados comentarios desde su conexión. Envíelo de nuevo dentro de {n} minuto, por favor.',
    many: 'Han llegado demasiados comentarios desde su conexión. Envíelo de nuevo dentro de {n} de minutos, por favor.',
    other:
      'Han llegado demasiados comentarios desde su conexión. Envíelo de nuevo dentro de {n} minutos, por favor.',
  },
  crowded: 'Están llegando muchísimos comentarios. Envíe el suyo más tarde, por favor.',
  foreign: 'Este formulario vino de otro sitio. Envíelo desde el nuestro, por favor.',

  received: 'Su comentario ha llegado',
  receivedText: 'Una persona lo leerá. Aparecerá debajo de la noticia cuando se publique.',
  receivedMail:
    'Si pidió que le avisáramos por correo, mire su buzón: la primera vez le preguntamos allí si lo desea.',
};
