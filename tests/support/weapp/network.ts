/** The phone's connection: it can be lost, and it can lose the answer to what was sent. */
export class Network {
  /** While true, requests reach the server but their answers never come back. */
  losesAnswers = false;

  readonly #underWay = new Set<() => void>();
  #online = true;

  get online(): boolean {
    return this.#online;
  }

  /** Loses the connection, which ends everything under way, or finds it again. */
  set(online: boolean): void {
    this.#online = online;
    if (!online) this.cut();
  }

  /** Remembers how to end something under way; answers how to forget it. */
  track(end: () => void): () => void {
    this.#underWay.add(end);
    return () => void this.#underWay.delete(end);
  }

  /** How many things under way are sockets or requests right now. */
  get busy(): number {
    return this.#underWay.size;
  }

  cut(): void {
    for (const end of [...this.#underWay]) end();
    this.#underWay.clear();
  }
}
