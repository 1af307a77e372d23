/** Requests to the server that sent the page, and to no other: every address is relative. */

import type { Text } from "./types";

export interface Fault {
  line?: number;
  column?: number;
  found?: string;
  expected?: string;
  mend?: string;
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

function textOf(message: unknown): Text | undefined {
  if (typeof message === "string") return { ko: message, en: message };
  return message !== null && typeof message === "object" && "ko" in message && "en" in message ? (message as Text) : undefined;
}

async function errorOf(answer: Response): Promise<ApiError> {
  const body = (await answer.json().catch(() => ({}))) as { error?: { code?: string; message?: unknown; faults?: Fault[] } };
  const error = body.error ?? {};
  return new ApiError(answer.status, error.code ?? String(answer.status), textOf(error.message), error.faults ?? []);
}

export interface Asking {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  body?: unknown;
  signal?: AbortSignal;
  /** Number of this request among those of its kind; the server drops the ones that a later one overtook. */
  sequence?: number;
}

export async function ask<T>(path: string, asking: Asking = {}): Promise<T> {
  const headers: Record<string, string> = { "X-Jobcast-Client": clientName() };
  if (asking.body !== undefined) headers["Content-Type"] = "application/json";
  if (asking.sequence !== undefined) headers["X-Jobcast-Sequence"] = String(asking.sequence);
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
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}
