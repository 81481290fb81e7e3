/** The same function, which works each name out once. For names that are few: a schema's types. */
export function memoise<V>(compute: (name: string) => V): (name: string) => V {
  const known = new Map<string, { readonly value: V }>();
  return (name) => {
    let found = known.get(name);
    if (!found) {
      found = { value: compute(name) };
      known.set(name, found);
    }
    return found.value;
  };
}
