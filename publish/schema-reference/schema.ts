/** What is read of a JSON Schema 2020-12. */
export interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly not?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly 'x-ref'?: readonly string[];
  readonly 'x-ref-keys'?: readonly string[];
  readonly 'x-defines'?: string;
}

/** A schema and the kind of document whose file it stands in. */
export interface Placed {
  readonly kind: string;
  readonly schema: Schema;
}

/** The keys of a mapping that are free, with what each holds. */
export const valuesOf = ({ additionalProperties: values }: Schema): Schema | undefined =>
  typeof values === 'object' ? values : undefined;

export const isMapping = (schema: Schema): boolean =>
  schema.properties !== undefined || valuesOf(schema) !== undefined;
