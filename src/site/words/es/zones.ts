import type { ZoneWords } from '../zone-words.ts';

export const zonesEs: ZoneWords = {
  another: 'En otra zona horaria',
  title: (code) => `${code} en otra zona horaria`,
  intro:
    'Elija una zona y la página de la noticia dará sus horas también en ella, junto a las de la agencia.',
  agencyAlone: 'Solo la hora de la agencia',
  wrong:
    'No existe esa zona horaria. La zona se escribe como en la lista a la que lleva cada noticia: Europe/Paris.',
};
