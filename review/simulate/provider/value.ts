import { Decoder, Encoder, ExtData, ExtensionCodec } from "@msgpack/msgpack";

/** A value that Terraform will know only after the apply; it keeps what Terraform already said about it. */
export class Unknown {
  public constructor(
    public readonly extension = 0,
    public readonly refinement: Uint8Array = new Uint8Array([0]),
  ) {}
}

export type Value = null | boolean | number | bigint | string | Uint8Array | Unknown | readonly Value[] | ObjectValue;

export interface ObjectValue {
  readonly [name: string]: Value;
}

/** The value as the protocol carries it: MessagePack from us, MessagePack or JSON from Terraform. */
export interface DynamicValue {
  readonly msgpack?: Uint8Array;
  readonly json?: Uint8Array;
}

const extensionCodec = new ExtensionCodec();
// 0 is a plain unknown value; 12 is one with known limits ("not null", "starts with arn:"). Terraform compares the
// limits too when it checks a plan against the configuration, so they have to come back unchanged.
for (const extension of [0, 12]) {
  extensionCodec.register({
    type: extension,
    encode: (object: unknown) =>
      object instanceof Unknown && object.extension === extension ? object.refinement : null,
    decode: (data: Uint8Array) => new Unknown(extension, Uint8Array.from(data)),
  });
}

// Big integers, or account and session numbers would lose their last digits.
const encoder = new Encoder({ extensionCodec, useBigInt64: true });
const decoder = new Decoder({ extensionCodec, useBigInt64: true });

export function encodeValue(value: Value): DynamicValue {
  return { msgpack: encoder.encode(value) };
}

/** Reads a value from Terraform, which always sends MessagePack; the type is the protocol's, so it needs no check. */
export function decodeValue(value: DynamicValue | null | undefined): Value {
  if (!value?.msgpack || value.msgpack.length === 0) {
    return null;
  }
  const decoded: unknown = decoder.decode(value.msgpack);
  if (decoded instanceof ExtData) {
    throw new Error(`a value has the unknown extension type ${decoded.type}`);
  }
  // Every type that the decoder can produce with this codec is a Value.
  return decoded as Value;
}

export function isObject(value: Value | undefined): value is ObjectValue {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array) &&
    !(value instanceof Unknown)
  );
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** True when any part of the value is not known yet. */
export function hasUnknown(value: Value): boolean {
  if (value instanceof Unknown) {
    return true;
  }
  if (isList(value)) {
    return value.some(hasUnknown);
  }
  return isObject(value) && Object.values(value).some(hasUnknown);
}
