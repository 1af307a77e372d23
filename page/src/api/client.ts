/** Requests to the server that sent the page, and to no other: every address is relative. */

import type { Text } from "./types";

export interface Fault {
  /** 0: the whole file. */
  line: number;
  column: number;
  found: Text | null;
  expected: Text | null;
  mend: Text | null;
}

/** An answer that is no 2xx, or none at all (`status` 0: the server cannot be reached). */
export class ApiError extends Error {
  constructor(readonly status: number, readonly code: string, readonly text: Text | undefined, readonly faults: Fault[]) {
    super(`${status} ${code}`);
  }
}

let name: string | undefined;

/** This tab's name. randomUUID needs a secure context, which another address than loopback is not. */
function clientName(): string {
  name ??= [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return name;
}

async function errorOf(answer: Response): Promise<ApiError> {
  const body = (await answer.json().catch(() => ({}))) as { error?: { code?: string; message?: Text; faults?: Fault[] } };
  const error = body.error ?? {};
  return new ApiError(answer.status, error.code ?? String(answer.status), error.message, error.faults ?? []);
}

export interface Asking {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  body?: unknown;
  signal?: AbortSignal;
  /** Number of this request among those of its kind; the server drops the ones that a later one overtook. */
  sequence?: number;
  /** Version of what is changed. */
  version?: number;
  accept?: string;
}

async function answerTo(path: string, asking: Asking): Promise<Response> {
  const headers: Record<string, string> = { "X-Jobcast-Client": clientName() };
  if (asking.accept !== undefined) headers["Accept"] = asking.accept;
  if (asking.body !== undefined) headers["Content-Type"] = "application/json";
  if (asking.sequence !== undefined) headers["X-Jobcast-Sequence"] = String(asking.sequence);
  if (asking.version !== undefined) headers["If-Match"] = `"${asking.version}"`;
  let answer: Response;
  try {
    answer = await fetch(`./api/v1${path}`, {
      method: asking.method ?? "GET",
      headers,
      ...(asking.body === undefined ? {} : { body: JSON.stringify(asking.body) }),
      ...(asking.signal ? { signal: asking.signal } : {}),
    });
  } catch (error) {
    if (asking.signal?.aborted) throw error;
    throw new ApiError(0, "unreachable", undefined, []);
  }
  if (!answer.ok) throw await errorOf(answer);
  return answer;
}

export async function ask<T>(path: string, asking: Asking = {}): Promise<T> {
  return (await (await answerTo(path, asking)).json()) as T;
}

export async function askText(path: string, asking: Asking = {}): Promise<string> {
  return (await answerTo(path, asking)).text();
}

export interface File {
  bytes: Blob;
  /** As the server names it. */
  name: string | undefined;
}

export async function askFile(path: string, asking: Asking = {}): Promise<File> {
  const answer = await answerTo(path, asking);
  const name = /filename="([^"/\\]+)"/u.exec(answer.headers.get("Content-Disposition") ?? "")?.[1];
  try {
    return { bytes: await answer.blob(), name };
  } catch (error) {
    if (asking.signal?.aborted) throw error;
    throw new ApiError(0, "unreachable", undefined, []);
  }
}

/** The texts of an answer as they come. */
export async function* askStream(path: string, signal: AbortSignal): AsyncGenerator<string> {
  const answer = await answerTo(path, { signal, accept: "text/event-stream" });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiError(0, "unreachable", undefined, []);
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}
