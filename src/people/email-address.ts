/** What better-auth takes for an e-mail address: with another, nobody could sign in by password. */
export const emailPattern =
  /^(?!\.)(?!.*\.\.)([A-Za-z0-9_'+\-.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

export function isEmail(address: string): boolean {
  return address.length <= 254 && emailPattern.test(address);
}
