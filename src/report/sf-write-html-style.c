/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-write-html-style.h"

/* Every colour of text has a contrast of at least 4.5 to 1 on what it stands on, in both schemes.
 */
const char *const sf_write_html_style
    = ":root{color-scheme:light dark;--paper:#fff;--ink:#241f31;--quiet:#5e5c64;--link:#1a5fb4;\n"
      "--rule:#c0bfbc;--head:#f1f0ee;--note:#f6f5f4;--edge:#77767b;\n"
      "--best:#1b6b34;--good:#1a4f9c;--warn:#8f4700;--poor:#a51d2d}\n"
      "@media (prefers-color-scheme:dark){:root{--paper:#1d1d20;--ink:#f6f5f4;--quiet:#c0bfbc;\n"
      "--link:#99c1f1;--rule:#5e5c64;--head:#2e2e32;--note:#28282c;--edge:#9a9996;\n"
      "--best:#8ff0a4;--good:#99c1f1;--warn:#ffbe6f;--poor:#ff9a94}}\n"
      "*{box-sizing:border-box}\n"
      "body{margin:0;background:var(--paper);color:var(--ink);\n"
      "font:100%/1.5 Cantarell,\"Noto Sans\",\"Segoe UI\",Roboto,sans-serif;"
      "overflow-wrap:anywhere}\n"
      "main{max-width:62rem;margin:0 auto;padding:2.5rem 1.5rem 4rem}\n"
      "h1,h2,h3,h4{line-height:1.25;margin:2.2em 0 .5em;break-after:avoid}\n"
      "h1{font-size:2.1rem;margin:0 0 .3em}h2{font-size:1.45rem}h3{font-size:1.12rem}\n"
      "h4{font-size:1rem}\n"
      "h3{margin-top:1.8em}\n"
      ".accent{border-inline-start:.35em solid var(--accent);padding-inline-start:.6em}\n"
      ".trailing{float:inline-end;font-size:1rem;font-weight:normal}\n"
      "p,ul,ol,dl,table,figure{margin:0 0 1em}\n"
      "img{max-width:100%;height:auto}\n"
      "a{color:var(--link);text-underline-offset:.15em}\n"
      "a:focus-visible{outline:.18em solid var(--link);outline-offset:.15em}\n"
      "small{font-size:.875em;color:var(--quiet)}\n"
      ".title{border-bottom:.12em solid var(--rule);padding-bottom:1.5rem;margin-bottom:2rem}\n"
      ".subtitle{font-size:1.25rem;color:var(--quiet)}\n"
      ".title dl{display:grid;gap:.35em 1.5em}\n"
      ".title dl div{display:grid;grid-template-columns:minmax(8rem,12rem) 1fr;gap:1.5em}\n"
      "dt{color:var(--quiet)}dd{margin:0}\n"
      ".foot{color:var(--quiet);font-size:.875rem;margin:1.5em 0 0}\n"
      ".contents{list-style:none;padding:0}\n"
      ".contents li{padding:.15em 0}.contents .level-2{padding-inline-start:1.5em}\n"
      ".contents .level-3{padding-inline-start:3em}\n"
      "table{width:100%;border-collapse:collapse;font-size:.94rem}\n"
      "caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);"
      "white-space:nowrap}\n"
      "th,td{padding:.5em .65em;text-align:start;vertical-align:top;"
      "border-bottom:1px solid var(--rule)}\n"
      "th{font-weight:600}tbody th[scope=row]{font-weight:inherit}\n"
      "thead th,th[scope=rowgroup]{background:var(--head)}\n"
      "td p,th p{margin:0 0 .35em}td p:last-child,th p:last-child{margin:0}\n"
      ".end{text-align:end}.center{text-align:center}\n"
      ".note{background:var(--note);border-inline-start:.3em solid var(--edge);"
      "padding:.9em 1.1em;margin:0 0 1.2em}\n"
      ".note p{margin:.2em 0 0}.note-title{font-weight:600}\n"
      ".chip{font-weight:600;white-space:nowrap}\n"
      ".neutral{color:var(--quiet)}.best{color:var(--best)}.good{color:var(--good)}\n"
      ".warn{color:var(--warn)}.poor{color:var(--poor)}\n"
      ".chip svg{width:.75em;height:.75em;margin-inline-end:.35em;vertical-align:-.04em}\n"
      ".sign-off{break-inside:avoid}\n"
      ".line{border-bottom:1px solid var(--ink);padding-top:2.2em;color:var(--quiet);"
      "max-width:30rem}\n"
      "figcaption{color:var(--quiet);font-size:.875rem}\n"
      ".pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:1.5rem}\n"
      "@media print{:root{--paper:#fff;--ink:#000;--quiet:#444;--link:#1a4f9c;--rule:#aaa;\n"
      "--head:#f1f0ee;--note:#f6f5f4;--edge:#666;--best:#1b6b34;--good:#1a4f9c;--warn:#8f4700;"
      "--poor:#a51d2d}\n"
      "body{font-size:10.5pt}main{max-width:none;padding:0}\n"
      "thead{display:table-header-group}tr,.note{break-inside:avoid}\n"
      ".page-break{break-after:page}\n"
      "@page{size:A4;margin:18mm 20mm}}\n";

static void
add_number (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.4g", number));
}

static void
add_path (GString *out, const SfPath *path)
{
  static const struct
  {
    char letter;
    guint n_points;
  } verbs[] = { { 'M', 1 }, { 'L', 1 }, { 'C', 3 }, { 'Z', 0 } };
  gsize n;
  const SfPathElement *elements = sf_path_get_elements (path, &n);

  for (gsize i = 0; i < n; i++)
    {
      SfPathVerb verb = elements[i].verb;

      if (verbs[verb].n_points == 0)
        g_string_append_c (out, 'Z');
      for (guint j = 0; j < verbs[verb].n_points; j++)
        {
          g_string_append_c (out, j == 0 ? verbs[verb].letter : ' ');
          add_number (out, elements[i].x[j]);
          g_string_append_c (out, ' ');
          add_number (out, elements[i].y[j]);
        }
    }
}

void
sf_write_html_mark (GString *out, SfShape shape)
{
  g_auto (SfShapeParts) parts = { NULL };

  if (shape == SF_SHAPE_NONE)
    return;
  sf_shape_get_parts (shape, &parts);
  g_string_append (out, "<svg viewBox=\"0 0 1 1\" aria-hidden=\"true\">");
  if (parts.fill != NULL)
    {
      g_string_append (out, "<path fill=\"currentColor\" d=\"");
      add_path (out, parts.fill);
      g_string_append (out, "\"/>");
    }
  if (parts.stroke != NULL)
    {
      g_string_append (out, "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"");
      add_number (out, parts.line_width);
      if (parts.dotted)
        g_string_append (out, "\" stroke-linecap=\"round\" stroke-dasharray=\"0 0.22");
      g_string_append (out, "\" d=\"");
      add_path (out, parts.stroke);
      g_string_append (out, "\"/>");
    }
  g_string_append (out, "</svg>");
}
