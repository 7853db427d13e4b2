/** Words that may stand beside a date in a date line without being part of it. */
import { plainWord } from './date-words.ts';

/** Whether a word (by `plainWord`) may stand in a date line: an article, a label such as "Published", an era. */
export function isDateLineWord(plain: string): boolean {
  return words.has(plain);
}

/** Ordered by kind; each line one or more languages. */
const words = new Set(
  `
  the of on at in de del do da le la el il los em no na den der dem des am um a à alle ore om kl klo
  ist cst ast bst st nd rd th er re º ª o h hrs hours hour time local uhr heure heures hora horas saat г год года гг р рік року в у во
  روز مورخ مورخه ساعت سال در برابر با مصادف مطابق میلادی شمسی هجری قمری خورشیدی ماه هجرى
  الموافق يوم في الساعة هـ ه م ش ق ميلادي ميلادية هجرية لسنة عام سنة بتاريخ من
  年 月 日 년 월 일 号 ב
  published posted updated update last modified edited revised issued created released filed sent added date
  publication publish publishing release first originally news story article today dated
  publié publiée mis mise jour ligne date veröffentlicht aktualisiert erschienen stand datum vom geändert
  publicado publicada actualizado actualizada fecha publicación pubblicato aggiornato atualizado
  yayınlanma yayın tarihi tarih tarihinde güncelleme güncellendi giriş
  опубликовано обновлено дата публикации размещено опубліковано оновлено
  تاریخ انتشار منتشر شده زمان درج خبر مطلب آخرین ویرایش بروزرسانی به تاريخ النشر نشر نشرت آخر تحديث تم التحديث اليوم امروز
  `
    .split(/\s+/)
    .map(plainWord)
    .filter((word) => word !== ''),
);
