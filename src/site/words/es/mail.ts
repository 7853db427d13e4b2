import type { MailWords } from '../mail-words.ts';

export const mailEs: MailWords = {
  newsletters: 'Boletines',
  newslettersText:
    'Lo que hemos publicado, por correo electrónico y a la hora que le convenga. Si no hay nada nuevo, no se envía nada.',
  what: 'Qué quiere leer',
  front: 'La portada',
  onTopic: (name) => `Tema: ${name}`,
  every: 'Con qué frecuencia',
  often: {
    'at-once': 'al momento',
    daily: 'una vez al día',
    weekly: (weekday) => `una vez a la semana, el ${weekday}`,
  },
  hour: 'A qué hora',
  hourHint: (zone) => `Según el reloj de la agencia, ${zone}.`,
  address: 'Su dirección de correo electrónico',
  signUp: 'Suscribirse',
  promise:
    'Primero le preguntamos por correo si lo quiere. Su dirección se usa solo para esto; nadie cuenta lo que abre; cada correo lleva un enlace para darlo de baja.',

  alert: 'Las noticias nuevas de esta búsqueda, por correo',
  alertMe: 'Envíenmelas',

  asked: {
    title: 'Mire su correo',
    text: 'Va un correo en camino a la dirección indicada, salvo que hoy ya hayan ido varios. No se envía nada más hasta que usted lo confirme con el enlace que contiene, válido durante siete días.',
  },
  wrongAddress: 'A esa dirección no se puede enviar correo: escríbala como nombre@example.org.',
  wrongChoice: 'Lo elegido no está disponible: elija de nuevo.',
  nothingToFind: 'No hay nada que seguir: busque antes algunas palabras.',
  tooMany: 'Se ha pedido demasiado desde donde está usted: inténtelo dentro de una hora.',

  gone: {
    title: 'Este enlace ya no es válido',
    text: 'Aquello a lo que llevaba se borró o no se confirmó en siete días. Puede pedirlo de nuevo.',
  },
  confirm: { title: '¿Quiere recibir esto por correo?', text: 'Empieza cuando pulse el botón.' },
  confirmIt: 'Sí, envíenmelo',
  confirmed: {
    title: 'Lo recibirá',
    text: 'Desde ahora lo recibe por correo. Cada correo lleva un enlace para cambiarlo o darlo de baja.',
  },
  end: { title: '¿Quiere darlo de baja?', text: 'No se enviará nada más de esto.' },
  endIt: 'Dar de baja',
  ended: { title: 'Dado de baja', text: 'No se le enviará nada más de esto.' },
  manage: 'Lo que recibe por correo',
  manageText: (days) => `Cuando se dé de baja lo último, su dirección se borra en un plazo de ${days} días.`,
  nothingLeft: 'No recibe nada nuestro por correo.',
  change: 'Cambiar',
  changed: 'Cambiado.',
  endAll: 'Dar todo de baja',
  erase: 'Borrar mi dirección',
  eraseText: 'Da todo de baja y borra su dirección al instante.',
  erased: { title: 'Su dirección se ha borrado', text: 'Ya no la tenemos y no le enviamos nada.' },

  alertFor: (question) => `las noticias nuevas de la búsqueda «${question}»`,
  newsletterOf: (agency) => `el boletín de ${agency}`,
  newsletterOn: (topic, agency) => `el boletín de ${agency} sobre ${topic}`,
  ofEdition: (what, language) => `${what} (edición en ${language})`,
  alertsOf: (agency) => `las noticias nuevas de ${agency} para una búsqueda`,
  commentsOf: (agency) => `noticias de sus comentarios en ${agency}`,

  why: (what) => `Usted lo pidió: ${what}.`,
  toManage: 'Cambiar lo que recibe',
  toEnd: 'Dar esto de baja',
  onceOnly: 'Este correo se envía una sola vez. Su dirección no se guarda para otros.',

  confirmSubject: (what) => `Confirme, por favor: ${what}`,
  confirmText: (what, agency) =>
    `Alguien ha pedido a ${agency} que envíe esto a su dirección: ${what}. ¿Ha sido usted?`,
  confirmNot:
    'Si no ha sido usted, no haga nada: no se envía nada más y la dirección se borra a los siete días.',
  ofComments: 'noticias de sus comentarios: que se han publicado o que han recibido respuesta',
  commentsNot: 'Si no ha sido usted, no haga nada: no se envía nada más.',
  neverAsk: {
    link: 'No volver a preguntar nunca a esta dirección',
    question: {
      title: '¿No volver a preguntar nunca a esta dirección?',
      text: 'Aunque alguien la escriba con un comentario, no se enviará a ella ninguna pregunta ni noticia de un comentario. Para ello no se guarda la dirección, solo una marca a partir de la cual nadie puede recuperarla.',
    },
    button: 'No volver a preguntar',
    done: {
      title: 'Ya no preguntamos a esta dirección',
      text: 'Sea quien sea quien la escriba, no se enviará a ella ninguna pregunta ni noticia de un comentario. Si cambia de opinión, puede permitirlo de nuevo con este mismo enlace.',
    },
    again: 'Permitirlo de nuevo',
    allowed: {
      title: 'Podemos volver a preguntar a esta dirección',
      text: 'Cuando alguien la escriba con un comentario, preguntaremos primero por correo, como antes.',
    },
  },
  alertTitle: (question) => `Nuevo para «${question}»`,
  withdrawnSubject: 'Se ha retirado una noticia que le enviamos',
  withdrawnText: (day, code) =>
    `El ${day} le enviamos la noticia ${code}. Ha sido retirada y su texto ya no está publicado. Le rogamos que no se fíe de él ni lo difunda.`,
  withdrawnLink: 'Lo que hay en su lugar',
  withdrawnNotice: 'Lo que decimos de ella',
  comments: {
    published: {
      subject: 'Su comentario se ha publicado',
      text: (story) => `Su comentario sobre «${story}» ya puede leerse debajo de la noticia.`,
    },
    answered: {
      subject: 'Han respondido a su comentario',
      text: (story) => `Hay una respuesta a su comentario sobre «${story}».`,
    },
    rejected: {
      subject: 'Su comentario no se ha publicado',
      text: (story) => `Nuestros moderadores leyeron su comentario sobre «${story}» y no lo publicaron.`,
    },
  },
  answeredBy: (name) => `${name} escribió:`,
  toComment: 'Leerlo en la página',
  toStory: 'A la noticia',
  dear: (name) => `Hola, ${name}:`,
  invitation: {
    subject: (agency) => `Su invitación a la redacción de ${agency}`,
    text: (agency) =>
      `Le invitamos a trabajar en la redacción de ${agency}. Con este enlace elige su contraseña:`,
    until: (when) => `Vale una sola vez, hasta el ${when}.`,
  },
  accept: 'Aceptar la invitación',
  test: {
    subject: (agency) => `Un correo de prueba de ${agency}`,
    text: 'Este correo se ha enviado desde los ajustes de la redacción. Que lo lea demuestra que el correo sale.',
  },
};
