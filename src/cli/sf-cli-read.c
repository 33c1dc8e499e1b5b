/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/sf-cli.h"

#include "workbook/sf-workbook-reading.h"

#include <glib/gi18n-lib.h>

/* Looking into files, which the window does by itself. */

gboolean
sf_cli_evidence_read (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  guint n;

  return sf_cli_begin (cli, arguments, options, error)
         && sf_workbook_read_all_sync (cli->workbook, &n, error)
         && sf_cli_done (cli, ngettext ("%u file read", "%u files read", n), n);
}
