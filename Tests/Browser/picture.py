"""Takes the pictures of the documentation from a report.

usage: picture.py REPORT FOLDER

Each picture is a part of the page in one language at one width; see PICTURES.
"""

import pathlib
import sys

from playwright.sync_api import sync_playwright

from look import CHROMIUM, choose, settle

# Name, language, width, colour scheme, and the first and last part of the page that are shown.
PICTURES = [
    ("report-de", "de", 1100, "light", "header", ".clauses"),
    ("report-en", "en", 1100, "light", "header", ".clauses"),
]


def main():
    report = pathlib.Path(sys.argv[1]).resolve()
    folder = pathlib.Path(sys.argv[2])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        for name, language, width, scheme, first, last in PICTURES:
            page = browser.new_page(
                viewport={"width": width, "height": 900}, color_scheme=scheme)
            page.goto(report.as_uri())
            settle(page)
            choose(page, language)
            top = page.locator(f"{first}:visible").first.bounding_box()
            bottom = page.locator(f"{last}:visible").first.bounding_box()
            page.screenshot(
                path=folder / f"{name}.png", full_page=True,
                clip={"x": 0, "y": top["y"], "width": width,
                      "height": bottom["y"] + bottom["height"] - top["y"]})
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
