"""Takes the pictures of the documentation from a report.

usage: picture.py REPORT FOLDER

Each picture is a part of the page in one language and colour scheme at one width: see PICTURES.
"""

import pathlib
import sys

from playwright.sync_api import sync_playwright

from look import CHROMIUM, choose, read_through, settle

# Name, language, width, colour scheme, and where on the page the picture begins and ends.
PICTURES = [
    ("report-de", "de", 1100, "light", "header", ".clauses"),
    ("report-en", "en", 1100, "light", "header", ".clauses"),
    ("evening-de", "de", 1100, "light", "figure[id$=-load-de]", "figure[id$=-load-de]"),
    ("capacity-en", "en", 1100, "dark", "figure[id$=-capacity-en]", "figure[id$=-capacity-en]"),
    ("map-de", "de", 1100, "light", "figure:has(svg.map)", "figure:has(svg.map)"),
    ("equal-service-en", "en", 1100, "light", "#finance-en", "table.finance"),
    ("phone-de", "de", 360, "dark", "header", ".answer"),
]
MARGIN = 12


def take(browser, report, folder, name, language, width, scheme, first, last):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(report.as_uri())
    settle(page)
    choose(page, language)
    read_through(page)
    top = page.locator(f"{first}:visible").first.bounding_box()
    end = page.locator(f"{last}:visible").first.bounding_box()
    top = max(0, top["y"] - MARGIN)
    page.screenshot(
        path=folder / f"{name}.png", full_page=True,
        clip={"x": 0, "y": top, "width": width, "height": end["y"] + end["height"] + MARGIN - top})
    page.close()


def main():
    report = pathlib.Path(sys.argv[1]).resolve()
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        for picture in PICTURES:
            take(browser, report, folder, *picture)
        browser.close()


if __name__ == "__main__":
    main()
