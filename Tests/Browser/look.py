"""Opens reports in headless Chromium and says what it finds there, as JSON on stdout.

usage: look.py PICTURES REPORT...

For each report, in both languages and both colour schemes: what it asks of the network, what it
complains of, what axe finds against WCAG 2.1 A and AA, which figures are drawn, which controls the
Tab key reaches, and whether a phone has to scroll sideways. Pictures of it go to the folder
PICTURES: desktop, dark, phone, and the printed pages.
"""

import json
import pathlib
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}

# What can take the focus and is to be seen; of a group of radio buttons the one that is chosen.
FOCUSABLE = """
() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled)
  .filter(e => e.type !== 'radio' || e.checked)
  .map((e, i) => { e.dataset.stop = i; return e.outerHTML.slice(0, 120) })
"""

FOCUSED = """
() => {
  const e = document.activeElement
  if (!e || e === document.body) return null
  const style = getComputedStyle(e)
  const label = e.id && document.querySelector(`label[for="${e.id}"]`)
  const shown = s => s.outlineStyle !== 'none' || s.boxShadow !== 'none'
  return {stop: e.dataset.stop ?? null,
          ring: shown(style) || (label && shown(getComputedStyle(label))) || false}
}
"""

FIGURES = """
() => [...document.querySelectorAll('figure')].filter(e => e.checkVisibility()).map(figure => {
  const drawings = [...figure.querySelectorAll('svg')].filter(
    e => e.checkVisibility() && e.getBoundingClientRect().width > 0)
  const box = drawings.length ? drawings[0].getBoundingClientRect() : {width: 0, height: 0}
  return {
    id: figure.id,
    drawings: drawings.length,
    width: Math.round(box.width), height: Math.round(box.height),
    strokes: drawings.flatMap(e => [...e.querySelectorAll('path, line, rect, use')]).length,
    interactive: figure.querySelector('svg.marks') !== null,
    caption: (figure.querySelector('figcaption')?.textContent ?? '').trim(),
    table: figure.querySelector('table') !== null
      || figure.nextElementSibling?.querySelector('table') !== null,
  }
})
"""

# What a hostile name would leave behind if it got out of its text.
INJECTED = """
() => ({
  marked: window.injected === true,
  handlers: [...document.querySelectorAll('*')].filter(
    e => [...e.attributes].some(a => a.name.startsWith('on'))).length,
  links: [...document.querySelectorAll('[href], [src]')].map(
    e => e.getAttribute('href') ?? e.getAttribute('src')).filter(a => !a.startsWith('#')),
  scripts: [...document.querySelectorAll('script')].filter(
    e => e.type !== 'application/json').length,
})
"""


def settle(page):
    """Waits until the charts in sight have drawn themselves."""
    page.wait_for_load_state("load")
    page.wait_for_timeout(150)
    page.wait_for_function("() => document.documentElement.dataset.charts !== 'drawing'")


def read_through(page):
    """Scrolls through the whole page, since charts draw themselves when a reader comes near."""
    place, height = 0, 1
    while place < height:
        page.evaluate("y => window.scrollTo(0, y)", place)
        settle(page)
        height = page.evaluate("() => document.documentElement.scrollHeight")
        place += 800
    page.evaluate("() => window.scrollTo(0, 0)")


def choose(page, language):
    """Chooses the language as a keyboard user does: focus on the group, then an arrow key."""
    chosen = page.locator("input[name=language]:checked")
    if chosen.get_attribute("id") != f"language-{language}":
        chosen.focus()
        page.keyboard.press("ArrowRight")
    settle(page)
    return page.locator(f"#language-{language}").is_checked()


def tab_through(page):
    """Which focusable things the Tab key misses, and which show no focus."""
    stops = page.evaluate(FOCUSABLE)
    page.evaluate("() => { document.activeElement?.blur(); window.scrollTo(0, 0) }")
    reached, blind = set(), set()
    for _ in range(len(stops) + 20):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None or focused["stop"] is None:
            continue
        reached.add(int(focused["stop"]))
        if not focused["ring"]:
            blind.add(int(focused["stop"]))
        if len(reached) == len(stops):
            break
    return {
        "stops": len(stops),
        "missed": [stops[i] for i in range(len(stops)) if i not in reached],
        "blind": [stops[i] for i in sorted(blind)],
    }


def open_details(page):
    """The first data table, opened with the Enter key."""
    summary = page.locator("details > summary:visible").first
    if summary.count() == 0:
        return None
    summary.focus()
    before = summary.evaluate("e => e.parentElement.open")
    page.keyboard.press("Enter")
    return summary.evaluate("e => e.parentElement.open") != before


def switch_off(page):
    """Whether the space bar on the first variant's box takes its curves out of the charts."""
    box = page.locator("fieldset.controls input:visible").first
    if box.count() == 0:
        return None
    curves = "() => [...document.querySelectorAll('svg.marks')].map(e => e.innerHTML.length)"
    before = page.evaluate(curves)
    box.focus()
    page.keyboard.press("Space")
    page.wait_for_timeout(300)
    after = page.evaluate(curves)
    page.keyboard.press("Space")
    page.wait_for_timeout(300)
    return not box.evaluate("e => !e.checked") and after != before


def violations(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        {"rule": v["id"], "nodes": len(v["nodes"]), "first": v["nodes"][0]["html"][:200]}
        for v in found
    ]


def look(browser, report, language, scheme, pictures):
    requests, complaints, dialogs = [], [], []
    context = browser.new_context(
        viewport={"width": 1200, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    own = report.as_uri()
    page.on("request", lambda r: requests.append(r.url) if r.url != own else None)
    page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: complaints.append(str(e)))
    page.on("dialog", lambda d: (dialogs.append(d.message), d.dismiss()))
    page.goto(own)
    settle(page)
    chosen = choose(page, language)
    read_through(page)
    result = {
        "language": language, "scheme": scheme, "chosen": chosen,
        "headings": page.locator("h1:visible").all_inner_texts(),
        "figures": page.evaluate(FIGURES),
        "injected": page.evaluate(INJECTED),
        "keyboard": tab_through(page),
        "details": open_details(page),
        "switched": switch_off(page),
        "violations": violations(page),
    }
    name = f"{report.parent.name}-{language}-{scheme}"
    page.screenshot(path=pictures / f"{name}.png", full_page=True)
    page.set_viewport_size({"width": 360, "height": 780})
    read_through(page)
    result["overflow"] = page.evaluate(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    result["phone-violations"] = violations(page)
    page.screenshot(path=pictures / f"{name}-phone.png", full_page=True)
    if scheme == "light":
        page.set_viewport_size({"width": 1200, "height": 900})
        page.pdf(path=pictures / f"{name}.pdf", format="A4", prefer_css_page_size=True)
    result |= {"requests": requests, "complaints": complaints, "dialogs": dialogs}
    context.close()
    return result


def main():
    pictures = pathlib.Path(sys.argv[1]).resolve()
    pictures.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        looks = [
            {"report": path, "version": browser.version, "looks": [
                look(browser, pathlib.Path(path).resolve(), language, scheme, pictures)
                for language in ("de", "en") for scheme in ("light", "dark")]}
            for path in sys.argv[2:]
        ]
        browser.close()
    json.dump(looks, sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
