/** Takes apart the JSON of an export. What is not as an export writes it is a RangeError that names the member. */

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RangeError('it is not JSON');
  }
}

export function membersOf(json: unknown, what: string): Record<string, unknown> {
  mustBe(json !== null && typeof json === 'object' && !Array.isArray(json), what);
  return json as Record<string, unknown>;
}

export function list(json: unknown, what: string): unknown[] {
  mustBe(Array.isArray(json), what);
  return json as unknown[];
}

export function whole(json: unknown, what: string): number {
  mustBe(Number.isSafeInteger(json) && (json as number) >= 0, what);
  return json as number;
}

export function string(json: unknown, what: string): string {
  mustBe(typeof json === 'string', what);
  return json as string;
}

export function mustBe(holds: boolean, what: string): asserts holds {
  if (!holds) throw notWritten(what);
}

export function notWritten(what: string): RangeError {
  return new RangeError(`${what} is not as an export writes it`);
}

/** A moment as an export spells it: in UTC, to the millisecond. */
export function moment(json: unknown, what: string): Date {
  const at = new Date(string(json, what));
  mustBe(!Number.isNaN(at.getTime()) && at.toISOString() === json, what);
  return at;
}
