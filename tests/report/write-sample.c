/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* usage: write-sample FOLDER: a document with all that is hard, as sample.odt and sample.html,
 * for the programs that open such files: a table of 300 rows, a contents list over two pages. */
#include "pdf-sample.h"
#include "report/sf-write-html.h"
#include "report/sf-write-odt.h"

static void
save (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                            &error))
    g_error ("%s", error->message);
}

int
main (int argc, char **argv)
{
  g_autoptr (SfDocument) document = test_make_hard (300, 60);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) html = sf_write_html (document);
  g_autoptr (GBytes) odt = sf_write_odt (document, &error);

  if (argc != 2 || odt == NULL)
    g_error ("usage: write-sample FOLDER");
  save (argv[1], "sample.html", html);
  save (argv[1], "sample.odt", odt);
  return 0;
}
