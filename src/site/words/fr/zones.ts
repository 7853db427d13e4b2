import type { ZoneWords } from '../zone-words.ts';

export const zonesFr: ZoneWords = {
  another: 'Dans un autre fuseau horaire',
  title: (code) => `${code} dans un autre fuseau horaire`,
  intro:
    'Choisissez un fuseau : la page de la dépêche y donne aussi ses heures, à côté de celles de l’agence.',
  agencyAlone: 'Seulement l’heure de l’agence',
  wrong:
    'Ce fuseau horaire n’existe pas. Un fuseau s’écrit comme dans la liste à laquelle mène chaque dépêche : Europe/Paris.',
};
