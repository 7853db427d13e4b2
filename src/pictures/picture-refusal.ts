/** Why a picture that was sent is not taken: values, each with its sentence in the languages of the desk. */
import { figures, type Saying } from '../stories/saying.ts';

export type PictureRefusal =
  | { kind: 'no-svg' }
  /** `format`: of a picture that can be read, but is of a kind that is not taken. */
  | { kind: 'no-picture'; format?: string }
  | { kind: 'picture-too-large'; megapixels: number; most: number }
  /** `times` as tall as it is wide. */
  | { kind: 'picture-too-tall'; times: number; most: number }
  | { kind: 'picture-broken' }
  | { kind: 'logo-too-large'; mostKilobytes: number };

export function pictureSentence(refusal: PictureRefusal, { lang }: Saying): string {
  return (lang === 'fa' ? inPersian : inEnglish)(refusal, (value) => figures(value, lang));
}

type Say = (refusal: PictureRefusal, number: (value: number) => string) => string;

const inEnglish: Say = (refusal, number) => {
  switch (refusal.kind) {
    case 'no-svg':
      return 'An SVG can hold a program, so it is not taken: send it as a PNG.';
    case 'no-picture':
      return refusal.format
        ? `Pictures of the kind “${refusal.format}” are not taken: send a JPEG, PNG, WebP, AVIF, GIF or TIFF.`
        : 'That is no picture that can be read: send a JPEG, PNG, WebP, AVIF, GIF or TIFF.';
    case 'picture-too-large':
      return `The picture has ${number(refusal.megapixels)} million pixels; ${number(refusal.most)} million are taken: send a smaller one.`;
    case 'picture-too-tall':
      return `The picture is ${number(refusal.times)} times as tall as it is wide, and readers could not read it; up to ${number(refusal.most)} times is taken: cut it into parts.`;
    case 'picture-broken':
      return 'The picture is damaged or cut short: send it again.';
    case 'logo-too-large':
      return `The logo would have more than ${number(refusal.mostKilobytes)} KB on every page: send one with fewer colours and no photograph.`;
  }
};

const inPersian: Say = (refusal, number) => {
  switch (refusal.kind) {
    case 'no-svg':
      return 'SVG می‌تواند برنامه‌ای در خود داشته باشد و پذیرفته نمی‌شود: آن را به شکل PNG بفرستید.';
    case 'no-picture':
      return refusal.format
        ? `تصویر از گونهٔ «${refusal.format}» پذیرفته نمی‌شود: JPEG، PNG، WebP، AVIF، GIF یا TIFF بفرستید.`
        : 'این تصویری خواندنی نیست: JPEG، PNG، WebP، AVIF، GIF یا TIFF بفرستید.';
    case 'picture-too-large':
      return `تصویر ${number(refusal.megapixels)} میلیون پیکسل دارد و تا ${number(refusal.most)} میلیون پذیرفته می‌شود: کوچک‌تری بفرستید.`;
    case 'picture-too-tall':
      return `بلندی تصویر ${number(refusal.times)} برابر پهنای آن است و برای خواننده خوانا نخواهد بود؛ تا ${number(refusal.most)} برابر پذیرفته می‌شود: آن را چند تکه کنید.`;
    case 'picture-broken':
      return 'تصویر آسیب دیده یا ناتمام است: دوباره بفرستیدش.';
    case 'logo-too-large':
      return `بر هر صفحه بیش از ${number(refusal.mostKilobytes)} کیلوبایت می‌شد: نشانی با رنگ‌های کمتر و بی عکس بفرستید.`;
  }
};
