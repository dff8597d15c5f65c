/// The page's own script, as it stands there. It puts a chart in the place of each drawing when the
/// reader comes near it; whatever fails, the drawing stays.
enum ChartScript {
  static let text = #"""

    (() => {
      "use strict";
      const embed = window.vegaEmbed;
      if (typeof embed !== "function") return;

      const german = {
        number: {decimal: ",", thousands: "\u202f", grouping: [3], currency: ["", "\u00a0€"],
          minus: "\u2212"},
        time: {dateTime: "%A, der %e. %B %Y, %X", date: "%d.%m.%Y", time: "%H:%M:%S",
          periods: ["", ""],
          days: ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
          shortDays: ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"],
          months: ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
            "September", "Oktober", "November", "Dezember"],
          shortMonths: ["Jan", "Feb", "Mrz", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt",
            "Nov", "Dez"]},
      };

      const root = document.documentElement;
      const colour = (name) => getComputedStyle(root).getPropertyValue("--" + name).trim();
      const read = (node) => JSON.parse(node.textContent);
      const charts = new Map();
      let shown = [0, 1, 2, 3, 4, 5, 6, 7];

      // Colours and measures; the page's style sheet knows light from dark.
      function config(styles, width) {
        const [fg, soft, line] = ["fg", "soft", "line"].map(colour);
        const isNarrow = width < 480;
        const words = {labelColor: soft, titleColor: soft, labelFontSize: 12, titleFontSize: 12,
          titleFontWeight: "normal"};
        return {
          background: null, font: getComputedStyle(document.body).fontFamily,
          view: {stroke: null},
          axis: {...words, gridColor: line, domainColor: soft, tickColor: soft, aria: false},
          axisY: {domain: false, ticks: false, labelPadding: 6},
          axisX: {tickCount: isNarrow ? 4 : 9},
          legend: {...words, orient: "top", columns: isNarrow ? 1 : 4, symbolType: "stroke",
            symbolSize: 900, symbolStrokeWidth: 2, symbolOpacity: 1,
            titleOrient: isNarrow ? "top" : "left", labelLimit: 260, titleLimit: 260, aria: false},
          header: {labelColor: fg, labelFontSize: 13},
          title: {color: fg, anchor: "start", fontSize: 13, fontWeight: 600, frame: "group",
            limit: width - 10, aria: false},
          mark: {aria: false}, rule: {color: soft}, rect: {color: soft}, tick: {color: soft},
          text: {color: fg, fontSize: 12},
          range: {category: styles.map((style) => colour(style === 8 ? "fg" : "c" + style))},
        };
      }

      // Lines of a title that would not fit.
      function wrap(title, width) {
        const lines = [""];
        for (const word of title.split(" ")) {
          const last = lines[lines.length - 1];
          if (last && (last.length + word.length) * 8 > width - 60) lines.push(word);
          else lines[lines.length - 1] = last ? last + " " + word : word;
        }
        return lines;
      }

      function fit(spec, width) {
        if (spec.vconcat) {
          for (const panel of spec.vconcat) {
            panel.title = wrap(panel.title, width);
            panel.width = Math.max(160, width - 68);
            panel.encoding.x.axis.tickCount = width < 480 ? 4 : 9;
            for (const layer of panel.layer) {
              const axis = layer.encoding.y && layer.encoding.y.axis;
              if (axis) axis.minExtent = axis.maxExtent = 52;
            }
          }
        } else {
          const names = width < 480 ? 110 : 200;
          spec.spec.width = Math.max(80, width - names - 90);
          Object.assign(spec.spec.encoding.y.axis,
            {minExtent: names, maxExtent: names, labelLimit: names});
        }
      }

      async function draw(chart) {
        const width = Math.floor(chart.plot.clientWidth);
        if (!width) return;
        const spec = read(chart.words);
        spec.datasets = {rows: read(document.getElementById("data-" + chart.name))};
        spec.config = config(spec.usermeta.styles, width);
        fit(spec, width);
        const isGerman = chart.plot.closest("[lang]").lang === "de";
        const host = document.createElement("div");
        host.className = "vega";
        chart.plot.append(host);
        try {
          const result = await embed(host, spec, {
            mode: "vega-lite", renderer: "svg", actions: false, ast: true, defaultStyle: false,
            logLevel: 1,  // errors only
            tooltip: {disableDefaultStyle: true},
            ...(isGerman && {formatLocale: german.number, timeFormatLocale: german.time}),
          });
          await result.view.signal("shown", shown).runAsync();
          if (chart.result) { chart.result.finalize(); chart.host.remove(); }
          Object.assign(chart, {result, host, width});
          chart.plot.classList.add("drawn");
          for (const set of document.querySelectorAll("fieldset.controls")) set.hidden = false;
          for (const name of ["tabindex", "role", "aria-label"]) chart.plot.removeAttribute(name);
        } catch (error) {
          host.remove();
          console.warn("chart " + chart.name + ": " + error.message);
        }
      }

      // Whether charts are still to come can be read from outside.
      let waiting = 0;
      const count = (change) => {
        waiting += change;
        root.dataset.charts = waiting ? "drawing" : "still";
      };

      // One after the other, so that the page stays quick.
      let queue = Promise.resolve();
      const order = (chart) => {
        count(1);
        queue = queue.then(() => draw(chart)).finally(() => count(-1));
      };

      const nearby = new IntersectionObserver((entries) => {
        for (const entry of entries) {
          if (!entry.isIntersecting) continue;
          nearby.unobserve(entry.target);
          order(charts.get(entry.target));
        }
      }, {rootMargin: "600px"});

      let timer = 0;
      const resized = new ResizeObserver(() => {
        if (!timer) count(1);
        clearTimeout(timer);
        timer = setTimeout(() => {
          timer = 0;
          for (const chart of charts.values()) {
            const width = Math.floor(chart.plot.clientWidth);
            if (chart.result && width && width !== chart.width) order(chart);
          }
          count(-1);
        }, 150);
      });

      for (const words of document.querySelectorAll("script.spec")) {
        const plot = words.closest("figure").querySelector(".plot");
        charts.set(plot, {plot, words, name: words.dataset.figure});
        nearby.observe(plot);
        resized.observe(plot);
      }

      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
        for (const chart of charts.values()) if (chart.result) order(chart);
      });

      const boxes = [...document.querySelectorAll("fieldset.controls input")];
      for (const box of boxes) {
        box.addEventListener("change", () => {
          for (const twin of boxes) {
            if (twin.dataset.style === box.dataset.style) twin.checked = box.checked;
          }
          const chosen = boxes.filter((each) => each.checked);
          shown = [...new Set(chosen.map((each) => Number(each.dataset.style)))];
          for (const chart of charts.values()) {
            if (chart.result) chart.result.view.signal("shown", shown).runAsync();
          }
        });
      }
    })();

    """#
}
