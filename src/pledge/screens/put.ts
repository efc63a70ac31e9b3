/** The same with one field set, or without it when nothing is left of it: an empty field is not in the text that is signed. */
export function put<T extends object, K extends keyof T>(whole: T, key: K, value: T[K] | "" | undefined): T {
  const { [key]: _old, ...rest } = whole;
  const empty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  return (empty ? rest : { ...rest, [key]: value }) as T;
}
