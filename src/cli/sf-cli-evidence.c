/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-date.h"
#include "base/sf-error.h"
#include "cli/sf-cli.h"
#include "cli/sf-json.h"
#include "model/sf-evidence-order.h"
#include "workbook/sf-departures.h"
#include "workbook/sf-workbook-files.h"

#include <glib/gi18n-lib.h>

/* --- files ---------------------------------------------------------------------------------------
 */

/* What was here already, and what did not come in, a line each. */
static void
tell_others (const SfAttachOutcome *outcome)
{
  for (guint i = 0; i < outcome->known->len; i++)
    {
      const SfKnownFile *known = outcome->known->pdata[i];

      sf_cli_print (_ ("%s was here already, in the evidence %s\n"), known->name,
                    sf_evidence_get_title (known->evidence));
    }
  for (guint i = 0; i < outcome->left_out->len; i++)
    sf_cli_print ("%s\n", (const char *)outcome->left_out->pdata[i]);
}

/* Attaches files and folders; to @evidence, or each file as a piece of its own for @code; one file
 * may replace @old. @n_attached: (out) (optional) */
static gboolean
attach_files (SfCli *cli,
              char **paths,
              guint n_paths,
              SfEvidence *evidence,
              SfAttachment *old,
              const char *code,
              guint *n_attached,
              GError **error)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree GFile **list = g_new0 (GFile *, n_paths + 1);
  g_autoptr (SfAttachOutcome) outcome = NULL;
  SfAttachRequest request
      = { .files = list, .evidence = evidence, .statement_code = code, .replaces = old };

  for (guint i = 0; i < n_paths; i++)
    {
      g_autofree char *path = sf_cli_path (cli, paths[i]);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_list_store_append (files, file);
      list[i] = file;
    }
  request.centre = sf_cli_find_centre (cli, error);
  request.evaluation = code != NULL ? cli->evaluation : NULL;
  if (request.centre == NULL || !sf_workbook_sync (cli->workbook, error))
    return FALSE;
  outcome = sf_workbook_attach_outcome_sync (cli->workbook, &request, error);
  if (outcome == NULL)
    return FALSE;
  tell_others (outcome);
  if (n_attached != NULL)
    *n_attached = outcome->attachments->len;
  return TRUE;
}

/* "LLD-S1: 2 files attached" */
static gboolean
tell_files (SfCli *cli, const char *where, guint n)
{
  return sf_cli_done (cli,
                      g_dngettext (GETTEXT_PACKAGE, "%s: %u file attached", "%s: %u files attached",
                                   n),
                      where, n);
}

gboolean
sf_cli_attach (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  SfStatement *statement;
  guint n = 0;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  statement = sf_cli_find_statement (cli, cli->words[0], error);
  return statement != NULL
         && attach_files (cli, cli->words + 1, cli->n_words - 1, NULL, NULL,
                          sf_statement_get_code (statement), &n, error)
         && tell_files (cli, sf_statement_get_code (statement), n);
}

/* @old: (out): the file of @evidence called @name as it is now; %NULL where none is asked for */
static gboolean
find_file (SfCli *cli, SfEvidence *evidence, const char *name, SfAttachment **old, GError **error)
{
  g_autoptr (GPtrArray) files = sf_model_list_attachments (cli->model, evidence);

  *old = NULL;
  if (name == NULL)
    return TRUE;
  for (guint i = 0; i < files->len && *old == NULL; i++)
    if (g_strcmp0 (sf_attachment_get_name (files->pdata[i]), name) == 0)
      *old = files->pdata[i];
  if (*old == NULL)
    g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND, _ ("This evidence has no file called %s."),
                 name);
  return *old != NULL;
}

gboolean
sf_cli_evidence_attach (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *replaces = NULL;
  const GOptionEntry options[]
      = { { "replaces", 0, 0, G_OPTION_ARG_STRING, &replaces,
            N_ ("The file is a new version of this one; the older version is kept"), N_ ("NAME") },
          G_OPTION_ENTRY_NULL };
  SfEvidence *evidence;
  SfAttachment *old;
  guint n = 0;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  evidence = sf_cli_find_evidence (cli, cli->words[0], error);
  return evidence != NULL && find_file (cli, evidence, replaces, &old, error)
         && attach_files (cli, cli->words + 1, cli->n_words - 1, evidence, old, NULL, &n, error)
         && tell_files (cli, sf_evidence_get_title (evidence), n);
}

/* A name from a file that anybody may have written stays a name: it leads to no other folder. */
static char *
make_export_path (const char *folder, SfAttachment *attachment)
{
  g_autofree char *name = g_path_get_basename (sf_attachment_get_name (attachment));

  g_strdelimit (name, "/\\", '-');
  return g_build_filename (folder, name[0] == '.' ? "file" : name, NULL);
}

/* Whoever erases it one day is told where it went. */
static void
note_export (SfCli *cli, SfEvidence *evidence, const char *path)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  g_ptr_array_add (list, evidence);
  sf_workbook_note_departure (cli->workbook, list, "copy", path);
}

gboolean
sf_cli_evidence_export (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *folder = NULL;
  SfEvidence *evidence;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  evidence = sf_cli_find_evidence (cli, cli->words[0], error);
  if (evidence == NULL)
    return FALSE;
  folder = sf_cli_path (cli, cli->words[1]);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND, _ ("There is no folder %s."), folder);
      return FALSE;
    }
  files = sf_model_list_attachments (cli->model, evidence);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = make_export_path (folder, files->pdata[i]);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
                       _ ("There is a file %s already. Nothing was written over."), path);
          return FALSE;
        }
      if (!sf_workbook_export_attachment_sync (cli->workbook, files->pdata[i], path, error))
        return FALSE;
      note_export (cli, evidence, path);
      sf_cli_print ("%s\n", path);
    }
  return TRUE;
}

/* --- adding --------------------------------------------------------------------------------------
 */

typedef struct
{
  char *kind;
  char *dated;
  char *shows;
  char *source;
  char *author;
  char **links;
  char *place;
  char *sighted_by;
  char *sighted_on;
  char *sensitivity;
  char *about;
  char *keep_until;
  char *note;
  char **files;
  char **codes;
} Adding;

static void
adding_clear (Adding *self)
{
  g_free (self->kind);
  g_free (self->dated);
  g_free (self->shows);
  g_free (self->source);
  g_free (self->author);
  g_strfreev (self->links);
  g_free (self->place);
  g_free (self->sighted_by);
  g_free (self->sighted_on);
  g_free (self->sensitivity);
  g_free (self->about);
  g_free (self->keep_until);
  g_free (self->note);
  g_strfreev (self->files);
  g_strfreev (self->codes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Adding, adding_clear)

static gboolean
set_paper (SfCli *cli, SfEvidence *evidence, Adding *asked, GError **error)
{
  g_autofree char *on = NULL;

  if (asked->place == NULL && asked->sighted_by == NULL && asked->sighted_on == NULL)
    return TRUE;
  return sf_cli_parse_date (asked->sighted_on, &on, error)
         && sf_workbook_set_paper (cli->workbook, evidence, asked->place, asked->sighted_by, on,
                                   error);
}

static gboolean
link_codes (SfCli *cli, SfEvidence *evidence, char **codes, const char *note, GError **error)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      SfStatement *statement = sf_cli_find_statement (cli, codes[i], error);

      if (statement == NULL
          || !sf_workbook_link_evidence (cli->workbook, evidence, cli->evaluation,
                                         sf_statement_get_code (statement), note, NULL, error)
          || !sf_workbook_sync (cli->workbook, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_evidence (SfCli *cli, SfEvidence *evidence, Adding *asked, GError **error)
{
  g_autofree char *links = asked->links != NULL ? g_strjoinv ("\n", asked->links) : NULL;

  return sf_cli_set_text (cli, evidence, SF_EVIDENCE_SHOWS, asked->shows, error)
         && sf_cli_set_text (cli, evidence, SF_EVIDENCE_SOURCE, asked->source, error)
         && sf_cli_set_text (cli, evidence, SF_EVIDENCE_AUTHOR, asked->author, error)
         && sf_cli_set_text (cli, evidence, SF_EVIDENCE_WEB_LINK, links, error)
         && sf_cli_set_text (cli, evidence, SF_EVIDENCE_SENSITIVITY, asked->sensitivity, error)
         && sf_cli_set_text (cli, evidence, SF_EVIDENCE_TARGET_GROUPS, asked->about, error)
         && sf_cli_set_date (cli, evidence, SF_EVIDENCE_KEEP_UNTIL, asked->keep_until, error)
         && set_paper (cli, evidence, asked, error)
         && link_codes (cli, evidence, asked->codes, asked->note, error)
         && (asked->files == NULL
             || attach_files (cli, asked->files, g_strv_length (asked->files), evidence, NULL, NULL,
                              NULL, error));
}

gboolean
sf_cli_evidence_add (SfCli *cli, char **arguments, GError **error)
{
  g_auto (Adding) asked = { 0 };
  g_autofree char *dated = NULL;
  const GOptionEntry options[] = {
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &asked.kind,
      N_ ("data, observation, users-views, document or external"), N_ ("KIND") },
    { "dated", 0, 0, G_OPTION_ARG_STRING, &asked.dated, N_ ("The date of the evidence itself"),
      N_ ("DATE") },
    { "shows", 0, 0, G_OPTION_ARG_STRING, &asked.shows, N_ ("What it shows"), N_ ("TEXT") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &asked.source, N_ ("Where it comes from"), N_ ("TEXT") },
    { "author", 0, 0, G_OPTION_ARG_STRING, &asked.author, N_ ("Who made it"), N_ ("WHO") },
    { "link", 0, 0, G_OPTION_ARG_STRING_ARRAY, &asked.links,
      N_ ("An address of it on the web; may be given again"), N_ ("URL") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &asked.place, N_ ("Where the paper lies"), N_ ("TEXT") },
    { "sighted-by", 0, 0, G_OPTION_ARG_STRING, &asked.sighted_by, N_ ("Who has seen the paper"),
      N_ ("WHO") },
    { "sighted-on", 0, 0, G_OPTION_ARG_STRING, &asked.sighted_on, N_ ("When it was seen"),
      N_ ("DATE") },
    { "sensitivity", 0, 0, G_OPTION_ARG_STRING, &asked.sensitivity,
      N_ ("Who may see it: open, board, centre or restricted"), N_ ("WORD") },
    { "about", 0, 0, G_OPTION_ARG_STRING, &asked.about,
      N_ ("Whom it is about: fathers, lone-parents, teenage-parents, disabled, minority-ethnic, "
          "workless, most-deprived"),
      N_ ("WORDS") },
    { "keep-until", 0, 0, G_OPTION_ARG_STRING, &asked.keep_until, N_ ("How long it is kept"),
      N_ ("DATE") },
    { "statement", 's', 0, G_OPTION_ARG_STRING_ARRAY, &asked.codes,
      N_ ("A statement that it speaks for; may be given again"), N_ ("CODE") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &asked.note, N_ ("What it shows there"), N_ ("TEXT") },
    { "file", 'f', 0, G_OPTION_ARG_FILENAME_ARRAY, &asked.files,
      N_ ("A file of it; may be given again"), N_ ("PATH") },
    G_OPTION_ENTRY_NULL
  };
  SfCentre *centre;
  SfEvidence *evidence;
  SfUuid uuid;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  for (guint i = 0; asked.codes != NULL && asked.codes[i] != NULL; i++)
    if (sf_cli_find_statement (cli, asked.codes[i], error) == NULL)
      return FALSE;
  centre = sf_cli_find_centre (cli, error);
  if (centre == NULL || !sf_cli_parse_date (asked.dated, &dated, error)
      || !sf_workbook_add_evidence (cli->workbook, centre, cli->words[0], asked.kind, dated, &uuid,
                                    error))
    return FALSE;
  evidence = sf_cli_wait_for (cli, &uuid, error);
  return evidence != NULL && fill_evidence (cli, evidence, &asked, error)
         && sf_cli_done (cli, _ ("Added: %s"), cli->words[0]);
}

/* --- links ---------------------------------------------------------------------------------------
 */

gboolean
sf_cli_evidence_link (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *note = NULL;
  const GOptionEntry options[]
      = { { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("What it shows there"), N_ ("TEXT") },
          G_OPTION_ENTRY_NULL };
  SfEvidence *evidence;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  evidence = sf_cli_find_evidence (cli, cli->words[0], error);
  return evidence != NULL && link_codes (cli, evidence, cli->words + 1, note, error)
         && sf_cli_done (cli, _ ("%s: speaks for %s"), sf_evidence_get_title (evidence),
                         cli->words[1]);
}

gboolean
sf_cli_evidence_unlink (SfCli *cli, char **arguments, GError **error)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) links = NULL;
  SfEvidence *evidence;
  SfStatement *statement;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  evidence = sf_cli_find_evidence (cli, cli->words[0], error);
  statement = evidence != NULL ? sf_cli_find_statement (cli, cli->words[1], error) : NULL;
  if (statement == NULL)
    return FALSE;
  links = sf_model_list_evidence_links (cli->model, cli->evaluation,
                                        sf_statement_get_code (statement));
  for (guint i = 0; i < links->len; i++)
    if (sf_model_get_evidence (cli->model, links->pdata[i]) == evidence)
      return sf_workbook_unlink_evidence (cli->workbook, links->pdata[i], error)
             && sf_cli_done (cli, _ ("%s: no longer speaks for %s"),
                             sf_evidence_get_title (evidence), cli->words[1]);
  g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                       _ ("This evidence is not with this statement."));
  return FALSE;
}
