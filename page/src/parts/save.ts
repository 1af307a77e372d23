/** Hands a file to the browser's own downloads; nothing leaves the machine. */

export function saveUrl(url: string, name: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

export function saveText(text: string, name: string, type: string): void {
  saveBytes(new Blob([text], { type: `${type};charset=utf-8` }), name);
}

export function saveBytes(bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes);
  saveUrl(url, name);
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
