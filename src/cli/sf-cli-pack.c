/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "cli/sf-cli.h"
#include "cli/sf-json.h"
#include "exchange/sf-evidence-pack.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char **areas;
  char **statements;
  char *audience;
  char **restricted;
  char **originals;
  char *output;
  gboolean head;
  gboolean as_json;
} Asked;

static void
asked_clear (Asked *self)
{
  g_strfreev (self->areas);
  g_strfreev (self->statements);
  g_strfreev (self->restricted);
  g_strfreev (self->originals);
  g_free (self->audience);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

/* --- what shall go along ------------------------------------------------------------------------
 */

static gboolean
find_all (SfCli *cli, char **titles, GPtrArray *found, GError **error)
{
  for (guint i = 0; titles != NULL && titles[i] != NULL; i++)
    {
      SfEvidence *evidence = sf_cli_find_evidence (cli, titles[i], error);

      if (evidence == NULL)
        return FALSE;
      if (!g_ptr_array_find (found, evidence, NULL))
        g_ptr_array_add (found, evidence);
    }
  return TRUE;
}

/* All files of the evidence named. */
static gboolean
find_originals (SfCli *cli, char **titles, GPtrArray *files, GError **error)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();

  if (!find_all (cli, titles, evidence, error))
    return FALSE;
  for (guint i = 0; i < evidence->len; i++)
    {
      g_autoptr (GPtrArray) some = sf_model_list_attachments (cli->model, evidence->pdata[i]);

      for (guint j = 0; j < some->len; j++)
        g_ptr_array_add (files, some->pdata[j]);
    }
  return TRUE;
}

static SfPackPlan *
make_plan (SfCli *cli, const Asked *asked, GError **error)
{
  g_autoptr (GPtrArray) restricted = g_ptr_array_new (), originals = g_ptr_array_new ();
  SfPackOptions options = { .evaluation = cli->evaluation,
                            .audience = SF_PACK_BOARD,
                            .areas = (const char *const *)asked->areas,
                            .statements = (const char *const *)asked->statements,
                            .restricted = restricted,
                            .originals = originals,
                            .head = asked->head };

  if (asked->audience != NULL && !sf_pack_audience_find (asked->audience, &options.audience))
    {
      sf_cli_usage (cli, error, _ ("A pack is for one of these: open, board, centre."));
      return NULL;
    }
  if (!find_all (cli, asked->restricted, restricted, error)
      || !find_originals (cli, asked->originals, originals, error))
    return NULL;
  return sf_pack_plan_new (cli->model, &options, error);
}

/* --- what came of it ----------------------------------------------------------------------------
 */

static void
add_file (SfJson *json, const SfPackFile *file)
{
  sf_json_begin_object (json, NULL);
  sf_json_add_text (json, "path", file->reason == NULL ? file->path : NULL);
  sf_json_add_int (json, "size", file->reason == NULL ? file->size : 0);
  sf_json_add_text (json, "sha256", file->digest);
  sf_json_add_text (json, "sha256_in_centre_file", sf_attachment_get_digest (file->attachment));
  sf_json_add_text (json, "left_out", file->reason);
  sf_json_end (json);
}

static void
print_json (const SfPackPlan *plan, const SfPackReport *report, const char *path)
{
  SfJson *json = sf_json_new ();

  sf_json_add_text (json, "path", path);
  sf_json_add_int (json, "checked", report->n_files);
  sf_json_add_int (json, "evidence", plan->items->len);
  sf_json_add_int (json, "on_paper", plan->n_paper);
  sf_json_begin_list (json, "files");
  for (guint i = 0; i < plan->files->len; i++)
    add_file (json, plan->files->pdata[i]);
  sf_json_end (json);
  sf_json_begin_object (json, "left_out");
  sf_json_add_int (json, "for_the_centre", plan->left_out[SF_PACK_FOR_CENTRE]->len);
  sf_json_add_int (json, "for_the_board", plan->left_out[SF_PACK_FOR_BOARD]->len);
  sf_json_add_int (json, "restricted", plan->left_out[SF_PACK_RESTRICTED]->len);
  sf_json_add_int (json, "about_the_head", plan->left_out[SF_PACK_ABOUT_HEAD]->len);
  sf_json_add_int (json, "for_no_statement", plan->left_out[SF_PACK_UNLINKED]->len);
  sf_json_end (json);
  sf_json_print (json);
}

/* What is not in the pack is said, so that nobody believes it is. */
static void
tell_left_out (const SfPackPlan *plan)
{
  g_autoptr (GPtrArray) sentences = sf_pack_plan_list_left_out (plan);

  for (guint i = 0; i < sentences->len; i++)
    sf_cli_print ("%s\n", (const char *)sentences->pdata[i]);
  for (guint i = 0; i < plan->files->len; i++)
    {
      const SfPackFile *file = plan->files->pdata[i];

      if (file->reason != NULL)
        sf_cli_print ("%s\n", file->reason);
    }
}

static gboolean
tell (SfCli *cli, const SfPackPlan *plan, const SfPackReport *report, const char *path)
{
  g_autofree char *holds = sf_pack_plan_describe (plan);
  g_autofree char *checked = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "checked: %u file",
                                                           "checked: %u files", report->n_files),
                                              report->n_files);

  if (!cli->quiet)
    tell_left_out (plan);
  return sf_cli_done (cli, "%s: %s; %s", path, holds, checked);
}

gboolean
sf_cli_evidence_pack (SfCli *cli, char **arguments, GError **error)
{
  g_auto (Asked) asked = { NULL };
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &asked.output,
      N_ ("The folder to make, or the ZIP if its name ends with .zip"), N_ ("PATH") },
    { "area", 'a', 0, G_OPTION_ARG_STRING_ARRAY, &asked.areas,
      N_ ("Only what speaks for this key area; may be given again"), N_ ("CODE") },
    { "statement", 's', 0, G_OPTION_ARG_STRING_ARRAY, &asked.statements,
      N_ ("Only what speaks for this statement; may be given again"), N_ ("CODE") },
    { "for", 0, 0, G_OPTION_ARG_STRING, &asked.audience,
      N_ ("For whom: open, board or centre; board if it is left out"), N_ ("WORD") },
    { "restricted", 0, 0, G_OPTION_ARG_STRING_ARRAY, &asked.restricted,
      N_ ("A restricted piece of evidence that goes along; may be given again"), N_ ("TITLE") },
    { "original", 0, 0, G_OPTION_ARG_STRING_ARRAY, &asked.originals,
      N_ ("Evidence whose pictures and films go as they are, with their place; may be given again"),
      N_ ("TITLE") },
    { "head", 0, 0, G_OPTION_ARG_NONE, &asked.head,
      N_ ("With what speaks for the statements about the head"), NULL },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &asked.as_json, N_ ("As JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (SfPackPlan) plan = NULL;
  g_autoptr (SfPackReport) report = NULL;
  g_autofree char *path = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  if (asked.output == NULL)
    return sf_cli_usage (cli, error, _ ("Please say with -o where the pack shall be."));
  plan = make_plan (cli, &asked, error);
  if (plan == NULL)
    return FALSE;
  path = sf_cli_path (cli, asked.output);
  report = sf_evidence_pack_write_sync (cli->workbook, plan, path, NULL, error);
  if (report == NULL)
    return FALSE;
  if (!asked.as_json)
    return tell (cli, plan, report, path);
  print_json (plan, report, path);
  return TRUE;
}

/* --- reading one --------------------------------------------------------------------------------
 */

gboolean
sf_cli_pack_verify (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (SfPackReport) report = NULL;
  g_autofree char *path = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  path = sf_cli_path (cli, cli->words[0]);
  report = sf_evidence_pack_verify (path, NULL, error);
  if (report == NULL)
    return FALSE;
  for (guint i = 0; i < report->problems->len; i++)
    sf_cli_print ("%s\n", (const char *)report->problems->pdata[i]);
  if (report->problems->len > 0)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_DAMAGED,
                   g_dngettext (GETTEXT_PACKAGE,
                                "The pack is not as it was made: %u file is sound.",
                                "The pack is not as it was made: %u files are sound.",
                                report->n_files),
                   report->n_files);
      return FALSE;
    }
  return sf_cli_done (cli,
                      g_dngettext (GETTEXT_PACKAGE, "checked: %u file", "checked: %u files",
                                   report->n_files),
                      report->n_files);
}
