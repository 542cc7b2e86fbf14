/* The search runs in a worker, and from the disk a browser starts none. Where the
   site is opened as files, this stands in for one: a hidden frame, which keeps to
   the policy of the page, since every script in it has a source. */
(() => {
  if (location.protocol !== "file:") return;

  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      document.body.append(this.frame);
      const inside = this.frame.contentWindow;
      inside.document.write("<body>");
      inside.document.close();
      inside.postMessage = (data) => this.answer(data);
      inside.importScripts = (...addresses) => addresses.reduce(
        (before, each) => before.then(() => load(inside, each)), Promise.resolve());
      this.ready = load(inside, address);
    }

    postMessage(data) {
      this.ready.then(() => {
        const { MessageEvent, self } = this.frame.contentWindow;
        self.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) }));
      });
    }

    answer(data) {
      const event = new MessageEvent("message", { data });
      this.dispatchEvent(event);
      this.onmessage?.(event);
    }

    terminate() {
      this.frame.remove();
    }
  };

  function load(inside, address) {
    return new Promise((done, failed) => {
      const script = inside.document.createElement("script");
      Object.assign(script, { src: address, onload: done, onerror: failed });
      inside.document.body.append(script);
    });
  }
})();
