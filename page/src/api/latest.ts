/** Of several requests only the last one's answer counts: each new one cancels the one before. */

import { ApiError } from "./client";

/** What a request that a later one overtook comes to. */
export const overtaken = Symbol("overtaken");

export class Latest {
  private current: AbortController | undefined;
  private count = 0;

  /** Runs `request` in place of the one before; its answer, or `overtaken` if another was started meanwhile. */
  async run<T>(request: (signal: AbortSignal, sequence: number) => Promise<T>): Promise<T | typeof overtaken> {
    this.current?.abort();
    const controller = new AbortController();
    this.current = controller;
    const sequence = ++this.count;
    try {
      const answer = await request(controller.signal, sequence);
      return controller.signal.aborted ? overtaken : answer;
    } catch (error) {
      if (controller.signal.aborted) return overtaken;
      if (error instanceof ApiError && (error.status === 409 || error.status === 499)) return overtaken;
      throw error;
    } finally {
      if (this.current === controller) this.current = undefined;
    }
  }

  cancel(): void {
    this.current?.abort();
    this.current = undefined;
  }
}
