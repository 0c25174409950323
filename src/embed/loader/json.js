// Reads JSON from elsewhere, up to a size.

/** The JSON of an answer, if it has at most that many bytes; otherwise nothing. Throws what is no JSON. */
export async function json(answer, bytes) {
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let piece;
  while ((piece = (await reader.read()).value)) {
    if ((bytes -= piece.length) < 0) return reader.cancel();
    text += decoder.decode(piece, { stream: true });
  }
  return JSON.parse(text);
}
