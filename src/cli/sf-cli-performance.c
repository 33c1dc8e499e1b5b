/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/sf-cli-performance.h"
#include "base/sf-date.h"
#include "base/sf-error.h"
#include "base/sf-text.h"
#include "cli/sf-json.h"
#include "model/sf-performance-told.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Performance management: which records there are, and what one says. */

void
sf_cli_record_options_clear (SfCliRecordOptions *self)
{
  g_free (self->from);
  g_free (self->passphrase);
}

char *
sf_cli_name_performance (SfPerformanceRecord *record)
{
  g_autofree char *cycle = sf_date_format_period (sf_performance_record_get_starts_on (record),
                                                  sf_performance_record_get_ends_on (record));

  return g_strdup_printf ("%s, %s", sf_performance_record_get_person (record), cycle);
}

/* --- finding -----------------------------------------------------------------------------------
 */

/* Whether @one is meant rather than @other: one that is on the list, and then the later. */
static gboolean
is_nearer (SfPerformanceRecord *one, SfPerformanceRecord *other)
{
  gboolean on_list = sf_performance_record_get_retired_at (one) == SF_NULL_INT;

  if (other == NULL)
    return TRUE;
  if (on_list != (sf_performance_record_get_retired_at (other) == SF_NULL_INT))
    return on_list;
  return strcmp (sf_performance_record_get_starts_on (one),
                 sf_performance_record_get_starts_on (other))
         > 0;
}

/* Whether a name, or the beginning of it, is the record's. */
static gboolean
is_named (SfPerformanceRecord *record, const char *wanted)
{
  g_autofree char *have = g_utf8_casefold (sf_performance_record_get_person (record), -1);
  gboolean judged = sf_performance_record_get_evaluation (record) != NULL;

  if (judged || strcmp (wanted, SF_CLI_HEAD) == 0)
    return judged && strcmp (wanted, SF_CLI_HEAD) == 0;
  return !sf_text_is_blank (wanted) && g_str_has_prefix (have, wanted);
}

static gboolean
is_other_person (SfPerformanceRecord *one, SfPerformanceRecord *other)
{
  return other != NULL
         && strcmp (sf_performance_record_get_person (one),
                    sf_performance_record_get_person (other))
                != 0;
}

SfPerformanceRecord *
sf_cli_find_performance (SfCli *cli, const char *person, const char *from, GError **error)
{
  GListModel *list = sf_model_get_list (cli->model, SF_TYPE_PERFORMANCE_RECORD);
  g_autofree char *wanted = g_utf8_casefold (person, -1), *day = NULL;
  SfPerformanceRecord *found = NULL;

  if (!sf_cli_parse_date (from, &day, error))
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SfPerformanceRecord) record = g_list_model_get_item (list, i);

      if (!is_named (record, wanted)
          || (day != NULL && strcmp (day, sf_performance_record_get_starts_on (record)) != 0))
        continue;
      if (sf_performance_record_get_evaluation (record) == NULL && is_other_person (record, found))
        {
          g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                       _ ("More than one begins with “%s”. Please write the whole of it."), person);
          return NULL;
        }
      if (is_nearer (record, found))
        found = record;
    }
  if (found == NULL)
    g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                 _ ("There is no performance management of “%s” here."), person);
  return found;
}

gboolean
sf_cli_unlock_record (SfCli *cli, SfPerformanceRecord *record, const char *source, GError **error)
{
  g_autoptr (SfSecret) passphrase = NULL;

  if (source == NULL && sf_workbook_is_unlocked (cli->workbook, record))
    return TRUE;
  passphrase = sf_cli_read_secret (cli, source, _ ("Passphrase"), error);
  return passphrase != NULL
         && sf_workbook_unlock_performance_sync (cli->workbook, record,
                                                 sf_cli_tell_secret (passphrase), error);
}

SfPerformanceRecord *
sf_cli_unlock (SfCli *cli, const SfCliRecordOptions *options, GError **error)
{
  SfPerformanceRecord *record = sf_cli_find_performance (cli, cli->words[0], options->from, error);

  return record != NULL && sf_cli_unlock_record (cli, record, options->passphrase, error) ? record
                                                                                          : NULL;
}

gboolean
sf_cli_save_performance (SfCli *cli,
                         SfPerformanceRecord *record,
                         SfPerformance *changed,
                         GError **error)
{
  return sf_workbook_edit_performance (cli->workbook, record, changed, error)
         && sf_cli_settle (cli, error);
}

/* --- listing ------------------------------------------------------------------------------------
 */

static const char *
state_of (SfCli *cli, SfPerformanceRecord *record)
{
  return sf_workbook_is_unlocked (cli->workbook, record) ? _ ("unlocked") : _ ("locked");
}

static void
list_one (SfCli *cli, SfJson *json, SfPerformanceRecord *record)
{
  g_autofree char *name = sf_cli_name_performance (record);
  const char *role = sf_performance_record_get_role (record);

  if (json == NULL)
    {
      sf_cli_print ("%s\n  %s%s%s\n", name, role != NULL ? role : "", role != NULL ? " · " : "",
                    state_of (cli, record));
      return;
    }
  sf_json_begin_object (json, NULL);
  sf_json_add_text (json, "person", sf_performance_record_get_person (record));
  sf_json_add_text (json, "role", role);
  sf_json_add_text (json, "kind", sf_performance_record_get_kind (record));
  sf_json_add_text (json, "reviewer", sf_performance_record_get_reviewer (record));
  sf_json_add_text (json, "further_readers", sf_performance_record_get_further_readers (record));
  sf_json_add_text (json, "starts_on", sf_performance_record_get_starts_on (record));
  sf_json_add_text (json, "ends_on", sf_performance_record_get_ends_on (record));
  sf_json_add_boolean (json, "locked", !sf_workbook_is_unlocked (cli->workbook, record));
  sf_json_end (json);
}

gboolean
sf_cli_performance_list (SfCli *cli, char **arguments, GError **error)
{
  gboolean as_json = FALSE, retired = FALSE;
  const GOptionEntry options[]
      = { { "retired", 0, 0, G_OPTION_ARG_NONE, &retired, N_ ("Those taken off the list, too"),
            NULL },
          { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) records = NULL;
  const char *told;
  SfJson *json;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  records = sf_performance_list_records (cli->model, NULL, retired);
  told = sf_performance_tell_reviews (cli->model, NULL, cli->today);
  json = as_json ? sf_json_new () : NULL;
  if (json != NULL)
    sf_json_begin_list (json, "records");
  for (guint i = 0; i < records->len; i++)
    list_one (cli, json, records->pdata[i]);
  if (json != NULL)
    {
      sf_json_end (json);
      sf_json_add_text (json, "reviews_held", told);
      sf_json_print (json);
    }
  else if (told != NULL)
    sf_cli_print ("%s\n", told);
  return TRUE;
}

/* --- the employer's key ------------------------------------------------------------------------
 */

gboolean
sf_cli_performance_recovery (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *old_source = NULL;
  const GOptionEntry options[]
      = { SF_CLI_SECRET_OPTION ("replace-file", old_source,
                                N_ ("Replace the key that this paper has: a file, - or fd:NUMBER")),
          G_OPTION_ENTRY_NULL };
  g_autoptr (SfSecret) paper = NULL, old = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  if (old_source != NULL)
    {
      old = sf_cli_read_secret (cli, old_source, "", error);
      if (old != NULL)
        paper = sf_workbook_replace_recovery_sync (cli->workbook, sf_cli_tell_secret (old), NULL,
                                                   error);
    }
  else
    paper = sf_workbook_set_up_recovery_sync (cli->workbook, NULL, error);
  if (paper == NULL)
    return FALSE;
  sf_cli_print ("%s\n", sf_cli_tell_secret (paper));
  return sf_cli_done (cli, "%s",
                      _ ("This recovery key is shown only now. Print it and give it to the "
                         "employer in a sealed envelope."));
}

/* --- beginning ---------------------------------------------------------------------------------
 */

typedef struct
{
  SfPerformanceWish wish;
  char *role;
  char *kind;
  char *reviewer;
  char *starts;
  char *ends;
  char *carry_from;
  char *person_source;
  char *reviewer_source;
  gboolean light;
} Beginning;

static void
beginning_clear (Beginning *self)
{
  g_free (self->role);
  g_free (self->kind);
  g_free (self->reviewer);
  g_free (self->starts);
  g_free (self->ends);
  g_free (self->carry_from);
  g_free (self->person_source);
  g_free (self->reviewer_source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Beginning, beginning_clear)

/* The first passphrase opens the cycle before, too: it is the person's own. */
static gboolean
find_carried (SfCli *cli, Beginning *asked, const char *passphrase, GError **error)
{
  SfPerformanceRecord *from;

  if (asked->carry_from == NULL)
    return TRUE;
  from = sf_cli_find_performance (cli, cli->words[0], asked->carry_from, error);
  if (from == NULL
      || (!sf_workbook_is_unlocked (cli->workbook, from)
          && !sf_workbook_unlock_performance_sync (cli->workbook, from, passphrase, error)))
    return FALSE;
  asked->wish.carried_from = from;
  return TRUE;
}

static gboolean
begin (SfCli *cli, Beginning *asked, GError **error)
{
  g_autofree char *starts = NULL, *ends = NULL, *name = NULL;
  g_autoptr (SfSecret) person = NULL, reviewer = NULL;
  SfPerformanceRecord *record;

  asked->wish.centre = sf_cli_find_centre (cli, error);
  if (asked->wish.centre == NULL || !sf_cli_parse_date (asked->starts, &starts, error)
      || !sf_cli_parse_date (asked->ends, &ends, error))
    return FALSE;
  person = sf_cli_read_secret (cli, asked->person_source, _ ("The person’s passphrase"), error);
  if (person != NULL)
    reviewer
        = sf_cli_read_secret (cli, asked->reviewer_source, _ ("The reviewer’s passphrase"), error);
  if (reviewer == NULL || !find_carried (cli, asked, sf_cli_tell_secret (person), error))
    return FALSE;
  asked->wish.cost = sf_cli_cost (asked->light);
  asked->wish.person = cli->words[0];
  asked->wish.role = asked->role;
  asked->wish.kind = asked->kind != NULL ? asked->kind : "staff";
  asked->wish.reviewer = asked->reviewer;
  asked->wish.starts_on = starts;
  asked->wish.ends_on = ends;
  asked->wish.person_passphrase = sf_cli_tell_secret (person);
  asked->wish.reviewer_passphrase = sf_cli_tell_secret (reviewer);
  record = sf_workbook_begin_performance_sync (cli->workbook, &asked->wish, error);
  if (record == NULL)
    return FALSE;
  name = sf_cli_name_performance (record);
  return sf_cli_done (cli, _ ("Begun: %s"), name);
}

gboolean
sf_cli_performance_begin (SfCli *cli, char **arguments, GError **error)
{
  g_auto (Beginning) asked = { 0 };
  const GOptionEntry options[] = {
    { "role", 'r', 0, G_OPTION_ARG_STRING, &asked.role, N_ ("What they do"), N_ ("TEXT") },
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &asked.kind, N_ ("staff or head"), N_ ("KIND") },
    { "reviewer", 0, 0, G_OPTION_ARG_STRING, &asked.reviewer, N_ ("Who reviews"), N_ ("NAME") },
    { "starts", 0, 0, G_OPTION_ARG_STRING, &asked.starts, N_ ("The cycle’s first day"),
      N_ ("DATE") },
    { "ends", 0, 0, G_OPTION_ARG_STRING, &asked.ends, N_ ("The cycle’s last day"), N_ ("DATE") },
    { "carry-from", 0, 0, G_OPTION_ARG_STRING, &asked.carry_from,
      N_ ("Carry forward what was not finished in their cycle that began then"), N_ ("DATE") },
    SF_CLI_SECRET_OPTION ("passphrase-file", asked.person_source,
                          N_ ("Where the person’s passphrase is: a file, - or fd:NUMBER")),
    SF_CLI_SECRET_OPTION ("reviewer-passphrase-file", asked.reviewer_source,
                          N_ ("Where the reviewer’s passphrase is")),
    SF_CLI_LIGHT_OPTION (asked.light),
    G_OPTION_ENTRY_NULL
  };

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  if (asked.reviewer == NULL || asked.starts == NULL || asked.ends == NULL)
    return sf_cli_usage (cli, error,
                         _ ("Please say who reviews, and from when to when: --reviewer, --starts "
                            "and --ends."));
  return begin (cli, &asked, error);
}

/* --- showing -----------------------------------------------------------------------------------
 */

static void
print_text (const char *indent, const char *label, const char *text)
{
  if (text != NULL)
    sf_cli_print ("%s%s: %s\n", indent, label, text);
}

static void
print_objective (SfCli *cli, const SfPerformance *document, guint nth)
{
  const SfUuid *uuid = sf_performance_get_objective (document, nth);

  sf_cli_print ("%u. %s\n", nth + 1,
                sf_performance_get_of_objective (document, uuid, SF_OBJECTIVE_TITLE));
  for (guint i = 0; i < SF_N_OBJECTIVE_FIELDS; i++)
    if (i != SF_OBJECTIVE_TITLE && i != SF_OBJECTIVE_CARRIED_FROM)
      {
        g_autofree char *text = sf_performance_objective_to_text (cli->model, document, uuid, i);

        print_text ("   ", sf_objective_field_get_label (i), text);
      }
}

static void
add_objective (SfJson *json, const SfPerformance *document, guint nth)
{
  const SfUuid *uuid = sf_performance_get_objective (document, nth);

  sf_json_begin_object (json, NULL);
  for (guint i = 0; i < SF_N_OBJECTIVE_FIELDS; i++)
    sf_json_add_text (json, sf_objective_field_get_id (i),
                      sf_performance_get_of_objective (document, uuid, i));
  sf_json_end (json);
}

static void
print_as_json (const SfPerformance *document)
{
  SfJson *json = sf_json_new ();

  sf_json_add_text (json, "stage",
                    sf_performance_stage_get_id (sf_performance_get_stage (document)));
  for (guint i = 0; i < SF_N_PERFORMANCE_FIELDS; i++)
    sf_json_add_text (json, sf_performance_field_get_id (i), sf_performance_get (document, i));
  sf_json_begin_list (json, "objectives");
  for (guint i = 0; i < sf_performance_get_n_objectives (document); i++)
    add_objective (json, document, i);
  sf_json_end (json);
  sf_json_print (json);
}

static void
print_document (SfCli *cli, const SfPerformance *document)
{
  sf_cli_print ("%s\n", sf_performance_stage_get_label (sf_performance_get_stage (document)));
  for (guint i = 0; i < SF_N_PERFORMANCE_FIELDS; i++)
    {
      g_autofree char *text = sf_performance_field_to_text (document, i);

      print_text ("", sf_performance_field_get_label (i), text);
    }
  for (guint i = 0; i < sf_performance_get_n_objectives (document); i++)
    print_objective (cli, document, i);
}

gboolean
sf_cli_performance_show (SfCli *cli, char **arguments, GError **error)
{
  g_auto (SfCliRecordOptions) which = { 0 };
  gboolean as_json = FALSE;
  const GOptionEntry options[]
      = { SF_CLI_FROM_OPTION (which),
          SF_CLI_PASSPHRASE_OPTION (which),
          { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  const SfPerformance *document;
  SfPerformanceRecord *record;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  record = sf_cli_unlock (cli, &which, error);
  document = record != NULL ? sf_workbook_get_performance (cli->workbook, record, error) : NULL;
  if (document == NULL)
    return FALSE;
  if (sf_performance_record_get_evaluation (record) != NULL)
    sf_cli_print_judged (cli, record, document, as_json);
  else if (as_json)
    print_as_json (document);
  else
    print_document (cli, document);
  return TRUE;
}
