/** Passes bytes on, and fails where there are more: a small file can unpack to one without end. */
export function atMost(bytes: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let length = 0;
  return new TransformStream({
    transform(chunk, controller) {
      length += chunk.length;
      if (length > bytes) controller.error(new Error(`More than ${String(bytes)} bytes`));
      else controller.enqueue(chunk);
    },
  });
}
