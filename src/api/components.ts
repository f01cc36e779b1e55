import type * as z from 'zod'

/** The names of schemas in the OpenAPI document; a schema without one is named after its operation. */
export const components = new Map<z.ZodType, string>()

/** Gives a schema its name in the OpenAPI document. */
export function named<S extends z.ZodType>(id: string, schema: S): S {
  components.set(schema, id)
  return schema
}
