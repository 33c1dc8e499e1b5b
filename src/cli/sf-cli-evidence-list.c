/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-date.h"
#include "base/sf-error.h"
#include "cli/sf-cli.h"
#include "cli/sf-json.h"
#include "model/sf-evidence-filter.h"
#include "model/sf-evidence-order.h"
#include "model/sf-vocabulary.h"
#include "workbook/sf-taken-back.h"

#include <glib/gi18n-lib.h>

/* --- as JSON -------------------------------------------------------------------------------------
 */

static void
add_links (SfCli *cli, SfJson *json, SfEvidence *evidence)
{
  g_autoptr (GPtrArray) links = sf_model_list_evidence_links (cli->model, cli->evaluation, NULL);

  sf_json_begin_list (json, "statements");
  for (guint i = 0; i < links->len; i++)
    if (sf_model_get_evidence (cli->model, links->pdata[i]) == evidence)
      {
        sf_json_begin_object (json, NULL);
        sf_json_add_text (json, "code", sf_evidence_link_get_statement_code (links->pdata[i]));
        sf_json_add_text (json, "note", sf_evidence_link_get_note (links->pdata[i]));
        sf_json_end (json);
      }
  sf_json_end (json);
}

static void
add_file_values (SfJson *json, SfAttachment *file)
{
  sf_json_add_text (json, "name", sf_attachment_get_name (file));
  sf_json_add_text (json, "media_type", sf_attachment_get_media_type (file));
  sf_json_add_int (json, "size", sf_attachment_get_size (file));
  sf_json_add_text (json, "sha256", sf_attachment_get_digest (file));
}

/* A file as it is now, with the versions before it, newest first. */
static void
add_file (SfCli *cli, SfJson *json, SfAttachment *file)
{
  g_autoptr (GPtrArray) versions = sf_model_list_versions (cli->model, file);

  sf_json_begin_object (json, NULL);
  add_file_values (json, file);
  sf_json_begin_list (json, "older_versions");
  for (guint i = 1; i < versions->len; i++)
    {
      sf_json_begin_object (json, NULL);
      add_file_values (json, versions->pdata[i]);
      sf_json_end (json);
    }
  sf_json_end (json);
  sf_json_end (json);
}

static void
add_files (SfCli *cli, SfJson *json, SfEvidence *evidence)
{
  g_autoptr (GPtrArray) files = sf_model_list_attachments (cli->model, evidence);

  sf_json_begin_list (json, "files");
  for (guint i = 0; i < files->len; i++)
    add_file (cli, json, files->pdata[i]);
  sf_json_end (json);
}

static void
add_evidence (SfCli *cli, SfJson *json, SfEvidence *evidence)
{
  sf_json_begin_object (json, NULL);
  sf_json_add_text (json, "title", sf_evidence_get_title (evidence));
  sf_json_add_text (json, "kind", sf_evidence_get_kind (evidence));
  sf_json_add_text (json, "shows", sf_evidence_get_shows (evidence));
  sf_json_add_text (json, "dated_on", sf_evidence_get_dated_on (evidence));
  sf_json_add_text (json, "added_on", sf_evidence_get_added_on (evidence));
  sf_json_add_text (json, "source", sf_evidence_get_source (evidence));
  sf_json_add_text (json, "author", sf_evidence_get_author (evidence));
  sf_json_add_text (json, "sensitivity", sf_evidence_get_sensitivity (evidence));
  sf_json_add_text (json, "about", sf_evidence_get_target_groups (evidence));
  sf_json_add_text (json, "keep_until", sf_evidence_get_keep_until (evidence));
  sf_json_add_text (json, "web_link", sf_evidence_get_web_link (evidence));
  sf_json_add_text (json, "place", sf_evidence_get_place (evidence));
  add_links (cli, json, evidence);
  add_files (cli, json, evidence);
  sf_json_end (json);
}

/* --- what is asked for ---------------------------------------------------------------------------
 */

typedef struct
{
  char *code;
  char *area;
  char *kind;
  char *sensitivity;
  char *from;
  char *to;
  char *sort;
  gboolean undated;
  gboolean unused;
  gboolean missing;
  gboolean due;
  gboolean retired;
  gboolean taken_back;
  gboolean as_json;
} Asked;

static void
asked_clear (Asked *self)
{
  g_free (self->code);
  g_free (self->area);
  g_free (self->kind);
  g_free (self->sensitivity);
  g_free (self->from);
  g_free (self->to);
  g_free (self->sort);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

/* @bits: (out): the word's bit; 0 where none is asked for */
static gboolean
parse_word (SfVocabulary vocabulary, const char *word, guint *bits, GError **error)
{
  int n = word != NULL ? sf_vocabulary_find (vocabulary, word) : -1;

  *bits = n >= 0 ? 1u << n : 0;
  if (word == NULL || n >= 0)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("“%s” is not one of the words for this."),
               word);
  return FALSE;
}

static gboolean
parse_area (SfCli *cli, const char *code, char **area, GError **error)
{
  SfFramework *framework
      = cli->evaluation != NULL ? sf_model_get_framework (cli->model, cli->evaluation) : NULL;

  if (code == NULL)
    return TRUE;
  if (framework != NULL && sf_framework_find_area (framework, code) != NULL)
    {
      *area = g_strdup (code);
      return TRUE;
    }
  g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND, _ ("There is no key area %s."), code);
  return FALSE;
}

static gboolean
parse_sort (const char *word, SfEvidenceSort *sort, GError **error)
{
  if (word == NULL || sf_evidence_sort_from_string (word, sort))
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("“%s” is no order. Choose newest, added, title, kind or used."), word);
  return FALSE;
}

static gboolean
make_filter (SfCli *cli, const Asked *asked, SfEvidenceFilter *filter, GError **error)
{
  filter->undated = asked->undated;
  filter->unused = asked->unused;
  filter->missing = asked->missing;
  filter->due = asked->due;
  filter->retired = asked->retired;
  return parse_word (SF_VOCABULARY_EVIDENCE_KIND, asked->kind, &filter->kinds, error)
         && parse_word (SF_VOCABULARY_SENSITIVITY, asked->sensitivity, &filter->sensitivities,
                        error)
         && parse_area (cli, asked->area, &filter->area_code, error)
         && sf_cli_parse_date (asked->from, &filter->from, error)
         && sf_cli_parse_date (asked->to, &filter->to, error);
}

/* --- listing -------------------------------------------------------------------------------------
 */

/* Of the centre, or with one statement. */
static GPtrArray *
list_candidates (SfCli *cli, const char *code, GError **error)
{
  SfCentre *centre = sf_cli_find_centre (cli, error);
  SfStatement *statement;
  GPtrArray *list;

  if (centre == NULL)
    return NULL;
  if (code == NULL)
    return sf_model_list_referring (cli->model, SF_TYPE_EVIDENCE, SF_EVIDENCE_CENTRE, centre);
  statement = sf_cli_find_statement (cli, code, error);
  if (statement == NULL)
    return NULL;
  list = sf_model_list_evidence_links (cli->model, cli->evaluation,
                                       sf_statement_get_code (statement));
  for (guint i = 0; i < list->len; i++)
    list->pdata[i] = sf_model_get_evidence (cli->model, list->pdata[i]);
  return list;
}

static GPtrArray *
list_evidence (SfCli *cli, const Asked *asked, GError **error)
{
  g_auto (SfEvidenceFilter) filter = { 0 };
  g_autoptr (SfEvidenceIndex) index
      = sf_evidence_index_new (cli->model, cli->evaluation, cli->today);
  g_autoptr (GPtrArray) list = NULL;
  SfEvidenceSort sort = SF_EVIDENCE_SORT_NEWEST;

  if (!make_filter (cli, asked, &filter, error) || !parse_sort (asked->sort, &sort, error))
    return NULL;
  list = list_candidates (cli, asked->code, error);
  if (list == NULL)
    return NULL;
  for (guint i = list->len; i > 0; i--)
    if (!sf_evidence_filter_matches (&filter, index, list->pdata[i - 1]))
      g_ptr_array_remove_index (list, i - 1);
  sf_evidence_filter_sort (index, sort, list);
  return g_steal_pointer (&list);
}

static void
print_lines (GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *line = sf_evidence_to_text (list->pdata[i]);

      sf_cli_print ("%s\n  %s\n", sf_evidence_get_title (list->pdata[i]), line);
    }
}

static void
print_json (SfCli *cli, GPtrArray *list)
{
  SfJson *json = sf_json_new ();

  sf_json_begin_list (json, "evidence");
  for (guint i = 0; i < list->len; i++)
    add_evidence (cli, json, list->pdata[i]);
  sf_json_print (json);
}

/* What only history knows: there is nothing to filter by but its title. */
static gboolean
list_taken_back (SfCli *cli, gboolean as_json, GError **error)
{
  g_autoptr (GPtrArray) list = sf_workbook_list_taken_back_sync (cli->workbook, error);
  SfJson *json = as_json ? sf_json_new () : NULL;

  if (json != NULL)
    sf_json_begin_list (json, "taken_back");
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      guint files = sf_taken_back_get_files (list->pdata[i]);
      const char *title = sf_evidence_get_title (list->pdata[i]);
      g_autofree char *day = sf_date_of_instant (sf_taken_back_get_at (list->pdata[i]));
      g_autofree char *words = sf_date_format (day);

      if (json == NULL)
        {
          sf_cli_print ("%s\n  ", title);
          /* Translators: a date */
          sf_cli_print (_ ("Taken back on %s"), words);
          sf_cli_print (g_dngettext (GETTEXT_PACKAGE, "; %u file\n", "; %u files\n", files), files);
          continue;
        }
      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "title", title);
      sf_json_add_text (json, "taken_back_on", day);
      sf_json_add_int (json, "files", files);
      sf_json_end (json);
    }
  if (json != NULL)
    sf_json_print (json);
  return list != NULL;
}

gboolean
sf_cli_evidence_list (SfCli *cli, char **arguments, GError **error)
{
  g_auto (Asked) asked = { 0 };
  const GOptionEntry options[] = {
    { "statement", 's', 0, G_OPTION_ARG_STRING, &asked.code,
      N_ ("Only what is with this statement"), N_ ("CODE") },
    { "area", 0, 0, G_OPTION_ARG_STRING, &asked.area,
      N_ ("Only what is with a statement of this key area"), N_ ("CODE") },
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &asked.kind,
      N_ ("data, observation, users-views, document or external"), N_ ("KIND") },
    { "sensitivity", 0, 0, G_OPTION_ARG_STRING, &asked.sensitivity,
      N_ ("Who may see it: open, board, centre or restricted"), N_ ("WORD") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &asked.from, N_ ("Of this day or later"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &asked.to, N_ ("Of this day or earlier"), N_ ("DATE") },
    { "undated", 0, 0, G_OPTION_ARG_NONE, &asked.undated, N_ ("Only what has no date"), NULL },
    { "unused", 0, 0, G_OPTION_ARG_NONE, &asked.unused, N_ ("Only what is with no statement"),
      NULL },
    { "missing", 0, 0, G_OPTION_ARG_NONE, &asked.missing,
      N_ ("Only what has nothing behind it, or paper not seen for a year"), NULL },
    { "due", 0, 0, G_OPTION_ARG_NONE, &asked.due, N_ ("Only what is due for deletion"), NULL },
    { "retired", 0, 0, G_OPTION_ARG_NONE, &asked.retired, N_ ("Only what was taken off the list"),
      NULL },
    { "taken-back", 0, 0, G_OPTION_ARG_NONE, &asked.taken_back,
      N_ ("Only what was added and taken back: it is still in history and in backups"), NULL },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &asked.sort, N_ ("newest, added, title, kind or used"),
      N_ ("ORDER") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &asked.as_json, N_ ("As JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GPtrArray) list = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  if (asked.taken_back)
    return sf_cli_settle (cli, error) && list_taken_back (cli, asked.as_json, error);
  list = list_evidence (cli, &asked, error);
  if (list == NULL)
    return FALSE;
  if (asked.as_json)
    print_json (cli, list);
  else
    print_lines (list);
  return TRUE;
}
