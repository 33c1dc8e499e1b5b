/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-date.h"
#include "base/sf-error.h"
#include "cli/sf-cli.h"
#include "cli/sf-json.h"
#include "model/sf-retention.h"
#include "model/sf-sealed.h"
#include "workbook/sf-taken-back.h"
#include "workbook/sf-workbook-erase.h"
#include "workbook/sf-workbook-verify.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* What is kept too long, what is erased for good, and whether what is kept is what was attached. */

/* --- due -----------------------------------------------------------------------------------------
 */

static void
print_due (SfCli *cli, GPtrArray *due)
{
  for (guint i = 0; i < due->len; i++)
    {
      SfEvidence *evidence = due->pdata[i];
      g_autofree char *until = sf_date_format (sf_evidence_get_keep_until (evidence));
      gboolean retired = sf_evidence_get_retired_at (evidence) != SF_NULL_INT;

      sf_cli_print ("%s\n  ", sf_evidence_get_title (evidence));
      /* Translators: a date */
      sf_cli_print (retired ? _ ("To be kept until %s; taken off the list")
                            : _ ("To be kept until %s"),
                    until);
      sf_cli_print ("\n");
    }
}

gboolean
sf_cli_evidence_due (SfCli *cli, char **arguments, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[]
      = { { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) due = NULL;
  SfJson *json;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  due = sf_model_list_due_for_deletion (cli->model, NULL, cli->today);
  if (!as_json)
    {
      print_due (cli, due);
      return TRUE;
    }
  json = sf_json_new ();
  sf_json_begin_list (json, "due");
  for (guint i = 0; i < due->len; i++)
    {
      SfEvidence *evidence = due->pdata[i];

      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "title", sf_evidence_get_title (evidence));
      sf_json_add_text (json, "keep_until", sf_evidence_get_keep_until (evidence));
      sf_json_add_boolean (json, "retired", sf_evidence_get_retired_at (evidence) != SF_NULL_INT);
      sf_json_end (json);
    }
  sf_json_print (json);
  return TRUE;
}

/* --- erase ---------------------------------------------------------------------------------------
 */

/* (transfer full): lines; empty where there are none */
static char *
describe_departures (GPtrArray *departures)
{
  GString *text = g_string_new (NULL);

  if (departures->len > 0)
    g_string_append_printf (text, "%s\n",
                            _ ("Copies that have left. Sixfold cannot erase these; please delete "
                               "them there:"));
  for (guint i = 0; i < departures->len; i++)
    {
      SfDeparture *departure = departures->pdata[i];
      g_autofree char *when = sf_date_format_instant (departure->at);

      g_string_append_printf (text, "  %s (%s)\n", departure->place, when);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_troubles (GPtrArray *troubles)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < troubles->len; i++)
    {
      SfErasureTrouble *trouble = troubles->pdata[i];

      g_string_append_printf (text, "%s: %s\n", trouble->path, trouble->why);
    }
  return g_string_free (text, FALSE);
}

static void
print_departures (GPtrArray *departures)
{
  g_autofree char *text = describe_departures (departures);

  sf_cli_print ("%s", text);
}

static void
print_links (guint links)
{
  if (links == 0)
    sf_cli_print ("%s", _ ("linked to no statement"));
  else
    sf_cli_print (g_dngettext (GETTEXT_PACKAGE, "linked to %u statement", "linked to %u statements",
                               links),
                  links);
}

static void
print_plan (const SfErasurePlan *plan)
{
  sf_cli_print (g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence", "%u pieces of evidence",
                             plan->evidence),
                plan->evidence);
  sf_cli_print ("; ");
  sf_cli_print (g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files, counting older versions",
                             plan->files),
                plan->files);
  sf_cli_print ("; ");
  print_links (plan->links);
  sf_cli_print (".\n");
  if (plan->kept > 0)
    {
      sf_cli_print (
          g_dngettext (GETTEXT_PACKAGE,
                       "The contents of %u file stay, because other evidence has the same.",
                       "The contents of %u files stay, because other evidence has the same.",
                       plan->kept),
          plan->kept);
      sf_cli_print ("\n");
    }
}

/* Without --yes. */
static gboolean
tell_what_would_be (SfCli *cli, GPtrArray *evidence, GError **error)
{
  g_autoptr (GPtrArray) departures
      = sf_workbook_list_departures_sync (cli->workbook, evidence, error);
  g_autofree char *sealed = NULL;
  SfErasurePlan plan;

  if (departures == NULL)
    return FALSE;
  sf_workbook_plan_erasure (cli->workbook, evidence, &plan);
  sf_cli_print ("%s", _ ("This would be erased for good: "));
  print_plan (&plan);
  sf_cli_print (g_dngettext (GETTEXT_PACKAGE,
                             "Also from history and from %u backup. It cannot be undone.\n",
                             "Also from history and from %u backups. It cannot be undone.\n",
                             plan.backups),
                plan.backups);
  sealed = sf_seal_tell_erasing (cli->model, evidence);
  if (sealed != NULL)
    sf_cli_print ("%s\n", sealed);
  print_departures (departures);
  sf_cli_print ("%s\n", _ ("Nothing was done. To erase it, give the command again with --yes."));
  return TRUE;
}

/* What could not be cleaned makes the command fail: something is left of it. */
static gboolean
tell_report (SfCli *cli, SfErasureReport *report, GError **error)
{
  g_autofree char *troubles = NULL;

  if (!cli->quiet)
    {
      sf_cli_print ("%s", _ ("Erased: "));
      print_plan (&report->plan);
      print_departures (report->departures);
    }
  if (report->troubles->len == 0)
    return TRUE;
  troubles = describe_troubles (report->troubles);
  sf_cli_print ("%s", troubles);
  g_set_error_literal (error, SF_ERROR, SF_ERROR_IO,
                       _ ("It may still be in what is named above. It is tried again at the next "
                          "opening; or delete a backup that cannot be mended."));
  return FALSE;
}

/* What an earlier command began, or could not finish: no matter of the one that was given. */
void
sf_cli_tell_resumed (SfWorkbook *workbook, SfErasureReport *report, SfCli *cli)
{
  g_autofree char *troubles = describe_troubles (report->troubles);
  g_autofree char *departures = describe_departures (report->departures);

  if (report->troubles->len == 0 && cli->quiet)
    return;
  sf_cli_say (report->troubles->len > 0
                  ? _ ("Erased evidence may still be in a backup that could not be cleaned.")
                  : _ ("Erasing evidence, which had been interrupted, is finished."));
  fprintf (stderr, "%s%s", troubles, departures);
}

/* All of this title that only history knows: nothing else tells them apart. */
static GPtrArray *
find_taken_back (SfCli *cli, const char *title, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;

  if (!sf_cli_settle (cli, error))
    return NULL;
  list = sf_workbook_list_taken_back_sync (cli->workbook, error);
  if (list == NULL)
    return NULL;
  for (guint i = list->len; i > 0; i--)
    if (g_strcmp0 (sf_evidence_get_title (list->pdata[i - 1]), title) != 0)
      g_ptr_array_remove_index (list, i - 1);
  if (list->len > 0)
    return g_steal_pointer (&list);
  g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
               _ ("No evidence called “%s” was added and taken back."), title);
  return NULL;
}

static GPtrArray *
find_erased (SfCli *cli, gboolean taken_back, GError **error)
{
  GPtrArray *evidence;
  SfEvidence *one;

  if (taken_back)
    return find_taken_back (cli, cli->words[0], error);
  one = sf_cli_find_evidence (cli, cli->words[0], error);
  if (one == NULL)
    return NULL;
  evidence = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (evidence, g_object_ref (one));
  return evidence;
}

gboolean
sf_cli_evidence_erase (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *reason = NULL, *by = NULL;
  gboolean yes = FALSE, taken_back = FALSE;
  const GOptionEntry options[]
      = { { "reason", 'r', 0, G_OPTION_ARG_STRING, &reason,
            N_ ("Why; stays on record, so name nobody in it"), N_ ("WHY") },
          { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("Who erases it; stays on record"),
            N_ ("NAME") },
          { "taken-back", 0, 0, G_OPTION_ARG_NONE, &taken_back,
            N_ ("What was added under this title and taken back; history still has it"), NULL },
          { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_ ("Do it; otherwise only say what it would do"),
            NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (SfErasureReport) report = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  if (reason == NULL)
    return sf_cli_usage (cli, error, _ ("Please say why with --reason."));
  evidence = find_erased (cli, taken_back, error);
  if (evidence == NULL)
    return FALSE;
  if (!sf_cli_settle (cli, error)
      || !sf_workbook_check_erasure (cli->workbook, evidence, reason, error))
    return FALSE;
  if (!yes)
    return tell_what_would_be (cli, evidence, error);
  report = sf_workbook_erase_sync (cli->workbook, evidence, reason, by, error);
  return report != NULL && tell_report (cli, report, error);
}

/* --- verify --------------------------------------------------------------------------------------
 */

static const char *const states[] = { "sound", "missing", "changed" };

static void
add_verified (SfCli *cli, SfJson *json, SfAttachment *attachment, SfVerified verified)
{
  SfEvidence *evidence = sf_model_find (cli->model, sf_attachment_get_evidence (attachment));

  sf_json_begin_object (json, NULL);
  sf_json_add_text (json, "evidence", evidence != NULL ? sf_evidence_get_title (evidence) : NULL);
  sf_json_add_text (json, "name", sf_attachment_get_name (attachment));
  sf_json_add_int (json, "size", sf_attachment_get_size (attachment));
  sf_json_add_text (json, "digest", sf_attachment_get_digest (attachment));
  sf_json_add_text (json, "state", states[verified]);
  sf_json_end (json);
}

static void
print_verified (SfAttachment *attachment, SfVerified verified)
{
  if (verified == SF_VERIFIED_MISSING)
    sf_cli_print (_ ("The contents of “%s” are missing or cannot be read.\n"),
                  sf_attachment_get_name (attachment));
  else if (verified == SF_VERIFIED_CHANGED)
    sf_cli_print (_ ("The contents of “%s” are not those that were attached.\n"),
                  sf_attachment_get_name (attachment));
}

/* @json: (nullable) */
static gboolean
verify_all (SfCli *cli, SfJson *json, guint *n, guint *n_bad, GError **error)
{
  GListModel *all = sf_model_get_list (cli->model, SF_TYPE_ATTACHMENT);

  *n = g_list_model_get_n_items (all);
  *n_bad = 0;
  for (guint i = 0; i < *n; i++)
    {
      g_autoptr (SfAttachment) attachment = g_list_model_get_item (all, i);
      SfVerified verified;

      if (!sf_workbook_verify_attachment_sync (cli->workbook, attachment, &verified, error))
        return FALSE;
      *n_bad += verified != SF_VERIFIED_SOUND;
      if (json != NULL)
        add_verified (cli, json, attachment, verified);
      else
        print_verified (attachment, verified);
    }
  return TRUE;
}

gboolean
sf_cli_evidence_verify (SfCli *cli, char **arguments, GError **error)
{
  gboolean as_json = FALSE, done;
  const GOptionEntry options[]
      = { { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  SfJson *json = NULL;
  guint n, n_bad;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  if (as_json)
    {
      json = sf_json_new ();
      sf_json_begin_list (json, "files");
    }
  done = verify_all (cli, json, &n, &n_bad, error);
  if (json != NULL)
    {
      sf_json_end (json);
      sf_json_add_int (json, "bad", n_bad);
      sf_json_print (json);
    }
  else if (done && n_bad == 0 && !cli->quiet)
    sf_cli_print (g_dngettext (GETTEXT_PACKAGE, "Checked: %u file.\n", "Checked: %u files.\n", n),
                  n);
  if (!done || n_bad == 0)
    return done;
  g_set_error (error, SF_ERROR, SF_ERROR_DAMAGED,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u file of %u is not as it was attached. The newest backup may have "
                            "it.",
                            "%u files of %u are not as they were attached. The newest backup may "
                            "have them.",
                            n_bad),
               n_bad, n);
  return FALSE;
}
