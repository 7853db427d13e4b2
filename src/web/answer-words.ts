/** What the gate and the door say, in the languages of the desk: a sentence that one lacks fails the type check. */
import type { Saying } from '../stories/saying.ts';

const english = {
  notSignedIn: 'Nobody is signed in: sign in first.',
  notAllowed: (right: string) => `Your roles do not allow that (${right}): ask an administrator.`,
  foreignOrigin: (from: string | null, own: string) =>
    `This came from a page at ${from ?? 'another site'}, and is taken from ${own} alone. Set PUBLIC_URL to the address that people use.`,
  wrongType: 'Send JSON, with the content type application/json.',
  wrongRequest: (why: string) => `The request is not as it should be: ${why}.`,
  unreadable: 'The request cannot be read.',
  tooLarge: 'That is too large.',
  tooMany: 'Too many requests: wait a minute.',
  broken: 'Something broke here; nothing of this was done.',
};

export type AnswerWords = typeof english;

const persian: AnswerWords = {
  notSignedIn: 'کسی وارد نشده است: نخست وارد شوید.',
  notAllowed: (right) => `نقش شما این کار (${right}) را اجازه نمی‌دهد: از مدیر بخواهید.`,
  foreignOrigin: (from, own) =>
    `این از صفحه‌ای در ${from ?? 'سایتی دیگر'} آمده است و تنها از ${own} پذیرفته می‌شود. PUBLIC_URL را نشانی‌ای بگذارید که مردم به کار می‌برند.`,
  wrongType: 'JSON بفرستید، با نوع محتوای application/json.',
  wrongRequest: (why) => `درخواست چنان که باید نیست: ${why}.`,
  unreadable: 'درخواست خوانده نمی‌شود.',
  tooLarge: 'بیش از اندازه بزرگ است.',
  tooMany: 'درخواست‌ها بیش از اندازه است: یک دقیقه صبر کنید.',
  broken: 'این‌جا اشکالی پیش آمد؛ هیچ کاری انجام نشد.',
};

export function answerWords({ lang }: Saying): AnswerWords {
  return lang === 'fa' ? persian : english;
}
