/** Refusals about people and of sign-ins in Persian: one without a sentence fails the type check. */
import { figures } from '../stories/saying.ts';
import type { PeopleRefusal } from './people-refusal.ts';
import type { SignInReason } from './sign-in-reasons.ts';

export function peopleRefusalInPersian(refusal: PeopleRefusal): string {
  switch (refusal.kind) {
    case 'no-such-person':
      return 'چنین کسی نیست.';
    case 'no-such-session':
      return 'چنین نشستی نیست: پیش‌تر پایان یافته است.';
    case 'no-such-invitation':
      return 'چنین دعوتی نیست: به کار رفته یا پس گرفته شده است.';
    case 'link-spent':
      return 'این پیوند دیگر کار نمی‌کند: به کار رفته یا زمانش گذشته است. پیوند تازه‌ای بخواهید.';
    case 'email-taken':
      return `نشانی ${refusal.email} از پیش از آنِ کسی است.`;
    case 'bad-email':
      return `«${refusal.email}» نشانی ایمیل نیست.`;
    case 'name-taken':
      return `کس دیگری این‌جا «${refusal.name}» نام دارد و با همین نام امضا می‌کند: چیزی بیفزایید که شما را از او بازشناسد.`;
    case 'disabled':
      return 'این شخص دیگر نمی‌تواند وارد شود: مدیر حساب را بسته است.';
    case 'beyond-you':
      return 'این از میزها و زبان‌هایی که شما مدیرشان هستید فراتر می‌رود: از مدیر کل سامانه بخواهید.';
    case 'last-administrator':
      return 'دیگر کسی نمی‌ماند که سامانه را اداره کند: نخست کس دیگری را مدیر همهٔ میزها کنید.';
    case 'has-password':
      return 'گذرواژه از پیش هست: آن را با گذرواژهٔ کنونی عوض کنید.';
    case 'not-fresh':
      return 'نخست دوباره وارد شوید: این کار نشستی می‌خواهد که کمتر از یک ساعت از آغازش گذشته باشد.';
    case 'too-many-tries':
      return `بیش از اندازه تلاش شد: ${figures(Math.ceil(refusal.waitSeconds / 60), 'fa')} دقیقه صبر کنید.`;
  }
}

export const reasonsInPersian: Record<SignInReason, string> = {
  wrongPassword: 'نشانی ایمیل یا گذرواژه درست نیست.',
  presentPassword: 'گذرواژه درست نیست.',
  wrongCode: 'کد درست نیست: کد کنونی را بنویسید.',
  usedCode: 'این کد پیش‌تر به کار رفته است: کد بعدی را بنویسید.',
  wrongRecoveryCode: 'کد بازیابی درست نیست یا پیش‌تر به کار رفته است.',
  beginAgain: 'ورود بیش از اندازه طول کشید یا بارها آزموده شد: از گذرواژه آغاز کنید.',
  locked: 'کد بارها نادرست بود: ۱۵ دقیقه صبر کنید.',
  disabled: 'این شخص دیگر نمی‌تواند وارد شود: مدیر حساب را بسته است.',
  noPassword: 'هنوز گذرواژه‌ای نیست: نخستین را بگذارید.',
  tooShort: 'گذرواژه کوتاه است: دست کم ۱۲ نویسه.',
  tooLong: 'گذرواژه بلند است: دست بالا ۱۲۸ نویسه.',
  appThere: 'برنامهٔ رمزساز از پیش هست: نخست آن را بردارید.',
  noApp: 'برنامهٔ رمزسازی نیست.',
  notFresh: 'نخست دوباره وارد شوید و سپس این کار را بکنید.',
  notSignedIn: 'کسی وارد نشده است: نخست وارد شوید.',
  unknownPasskey: 'این کلید عبور این‌جا شناخته نیست، یا دستگاه نپرسید چه کسی آن را به کار می‌برد.',
  tookTooLong: 'بیش از اندازه طول کشید: از نو آغاز کنید.',
  passkeyRefused: 'کلید عبور ساخته نشد: دستگاه یا مرورگر نپذیرفت.',
  noSingleSignOn:
    'ورود یکپارچه اکنون پاسخ نمی‌دهد: یک دقیقه دیگر بیازمایید، یا با گذرواژه یا کلید عبور وارد شوید.',
  broken: 'این‌جا اشکالی پیش آمد؛ هیچ کاری انجام نشد.',
  refused: 'پذیرفته نشد: از نو آغاز کنید.',
};
