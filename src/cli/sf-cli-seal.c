/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-date.h"
#include "base/sf-error.h"
#include "cli/sf-cli-performance.h"
#include "cli/sf-json.h"
#include "exchange/sf-identity-list.h"
#include "keys/sf-signing-keys.h"
#include "model/sf-outcome-published.h"
#include "report/sf-compose-report.h"
#include "report/sf-fingerprint.h"
#include "report/sf-report-pdf.h"
#include "workbook/sf-seal-verify.h"
#include "workbook/sf-workbook-safety.h"
#include "workbook/sf-workbook-seal.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Sign-off: the report that a meeting accepted is sealed, printed again, corrected and verified. */

typedef struct
{
  char *meeting;
  char *by;
  char *office;
  char *accepted_by;
  char *output;
  char *passphrase;
  gboolean keyring;
  gboolean light;
  gboolean annex;
  gboolean large;
} Asked;

static void
asked_clear (Asked *asked)
{
  g_free (asked->meeting);
  g_free (asked->by);
  g_free (asked->office);
  g_free (asked->accepted_by);
  g_free (asked->output);
  g_free (asked->passphrase);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

/* --- seal ---------------------------------------------------------------------------------------
 */

static SfSecret *
open_key (SfCli *cli, const Asked *asked, GError **error)
{
  g_autoptr (SfSecret) passphrase = NULL;

  if (asked->keyring)
    return sf_signing_keys_open_sync (cli->workbook, SF_SIGNING_KEYRING, NULL, NULL, error);
  passphrase
      = sf_cli_read_secret (cli, asked->passphrase, _ ("Passphrase of the signing key"), error);
  if (passphrase == NULL)
    return NULL;
  return sf_signing_keys_open_sync (cli->workbook, SF_SIGNING_FILE, sf_cli_tell_secret (passphrase),
                                    sf_cli_cost (asked->light), error);
}

/* As it is kept how the report is made; what the command says goes on top. */
static SfDisplayList *
compose (SfCli *cli,
         const Asked *asked,
         const char *fingerprint,
         const char *accepted_on,
         GError **error)
{
  g_autoptr (GPtrArray) outcomes = sf_published_list (cli->model, cli->evaluation);
  g_autoptr (SfFonts) fonts = sf_fonts_new (NULL, error);
  g_auto (SfReportOptions) options = { 0 };
  g_autoptr (SfDisplayList) pages = NULL;

  if (fonts == NULL)
    return NULL;
  sf_report_options_init (&options, cli->model, cli->evaluation, SF_AUDIENCE_GOVERNORS, cli->today);
  options.annex |= asked->annex;
  options.outcomes = outcomes;
  options.fingerprint = fingerprint;
  options.accepted_on = accepted_on;
  options.accepted_by = asked->accepted_by;
  pages = sf_compose_report (cli->model, cli->evaluation, &options,
                             asked->large || options.large_print ? sf_style_sheet_get_large_print ()
                                                                 : sf_style_sheet_get_standard (),
                             fonts, error);
  if (pages == NULL
      || !sf_identity_check (cli->model, cli->evaluation,
                             sf_audience_get_id (SF_AUDIENCE_GOVERNORS),
                             sf_display_list_get_document (pages), error))
    return NULL;
  return g_steal_pointer (&pages);
}

static GBytes *
write_pages (SfDisplayList *pages, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (!sf_report_write_pdf (pages, memory, NULL, error)
      || !g_output_stream_close (memory, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* Where the bytes go, they go to the letter. */
static gboolean
write_bytes (SfCli *cli, SfSeal *seal, const char *output, GError **error)
{
  g_autofree char *path = sf_cli_path (cli, output);
  g_autoptr (GBytes) pdf = NULL;
  GError *cause = NULL;

  if (!sf_workbook_check_output (cli->workbook, path, error))
    return FALSE;
  pdf = sf_workbook_read_seal_pdf_sync (cli->workbook, seal, error);
  if (pdf == NULL)
    return FALSE;
  if (!g_file_set_contents_full (path, g_bytes_get_data (pdf, NULL), (gssize)g_bytes_get_size (pdf),
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644,
                                 &cause))
    {
      g_set_error (error, SF_ERROR, SF_ERROR_IO,
                   _ ("“%s” could not be written (%s). Choose another place, and try again."), path,
                   cause->message);
      g_error_free (cause);
      return FALSE;
    }
  sf_workbook_note_seal_left (cli->workbook, seal, path);
  return TRUE;
}

static gboolean
seal (SfCli *cli, const Asked *asked, SfSecret *key, GError **error)
{
  SfSealTerms terms = { "governors", asked->by, asked->office, asked->accepted_by, asked->meeting };
  g_autoptr (SfSealBegun) begun
      = sf_workbook_begin_seal_sync (cli->workbook, cli->evaluation, &terms, error);
  g_autoptr (SfDisplayList) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *words = NULL;
  SfUuid uuid;

  if (begun == NULL)
    return FALSE;
  pages = compose (cli, asked, sf_seal_begun_get_fingerprint (begun), asked->meeting, error);
  pdf = pages != NULL ? write_pages (pages, error) : NULL;
  if (pdf == NULL)
    return FALSE;
  words = sf_fingerprint_dup_words (pages);
  if (!sf_workbook_seal_sync (cli->workbook, begun, pdf, words, key, &uuid, error))
    return FALSE;
  sf_cli_note_shown (cli, sf_document_get_shown (sf_display_list_get_document (pages)), "report");
  if (asked->output != NULL
      && !write_bytes (cli, sf_model_find (cli->model, &uuid), asked->output, error))
    return FALSE;
  return sf_cli_done (cli, _ ("Sealed: version %u of the report of %s, fingerprint %s"),
                      sf_seal_begun_get_version (begun), sf_evaluation_get_title (cli->evaluation),
                      sf_seal_begun_get_fingerprint (begun));
}

static gboolean
check_asked (SfCli *cli, const Asked *asked, GError **error)
{
  SfSealTerms terms = { "governors", asked->by, asked->office, asked->accepted_by, asked->meeting };

  if (asked->meeting == NULL)
    return sf_cli_usage (cli, error, _ ("Please say with --meeting on which day it was accepted."));
  if (asked->by == NULL)
    return sf_cli_usage (cli, error, _ ("Please say with --by who seals it."));
  if (asked->keyring && asked->passphrase != NULL)
    return sf_cli_usage (cli, error, _ ("The key is in the keyring or behind a passphrase."));
  return sf_workbook_check_seal (cli->workbook, cli->evaluation, &terms, error);
}

gboolean
sf_cli_seal (SfCli *cli, char **arguments, GError **error)
{
  g_auto (Asked) asked = { 0 };
  g_autoptr (SfSecret) key = NULL;
  const GOptionEntry options[] = {
    { "meeting", 'm', 0, G_OPTION_ARG_STRING, &asked.meeting,
      N_ ("The day of the meeting that accepted the report"), N_ ("DATE") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &asked.by, N_ ("Who seals it"), N_ ("NAME") },
    { "office", 0, 0, G_OPTION_ARG_STRING, &asked.office, N_ ("In which office"), N_ ("WORDS") },
    { "accepted-by", 0, 0, G_OPTION_ARG_STRING, &asked.accepted_by, N_ ("Who accepted it"),
      N_ ("WORDS") },
    { "annex", 0, 0, G_OPTION_ARG_NONE, &asked.annex,
      N_ ("With the annex: each statement, and the evidence"), NULL },
    { "large-print", 0, 0, G_OPTION_ARG_NONE, &asked.large, N_ ("In large print"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &asked.output, N_ ("Also write the PDF there"),
      N_ ("PATH") },
    { "keyring", 0, 0, G_OPTION_ARG_NONE, &asked.keyring,
      N_ ("The signing key is in the keyring of this PC, not in the file"), NULL },
    SF_CLI_PASSPHRASE_OPTION (asked),
    SF_CLI_LIGHT_OPTION (asked.light),
    G_OPTION_ENTRY_NULL,
  };

  if (!sf_cli_begin (cli, arguments, options, error) || !check_asked (cli, &asked, error))
    return FALSE;
  key = open_key (cli, &asked, error);
  return key != NULL && seal (cli, &asked, key, error);
}

/* --- what is sealed -----------------------------------------------------------------------------
 */

static const char *
name_state (SfCli *cli, SfSeal *one)
{
  static const char *const words[] = { "current", "in-correction", "superseded" };

  return words[sf_seal_get_state (cli->model, one)];
}

static void
add_seal (SfCli *cli, SfJson *json, SfSeal *one)
{
  SfEvaluation *evaluation = sf_model_find (cli->model, sf_seal_get_evaluation (one));

  sf_json_begin_object (json, NULL);
  sf_json_add_text (json, "evaluation",
                    evaluation != NULL ? sf_evaluation_get_title (evaluation) : NULL);
  sf_json_add_int (json, "version", sf_seal_get_version (one));
  sf_json_add_text (json, "state", name_state (cli, one));
  sf_json_add_text (json, "fingerprint", sf_seal_get_fingerprint (one));
  sf_json_add_text (json, "meeting", sf_seal_get_meeting_on (one));
  sf_json_take_text (json, "sealed", sf_date_of_instant (sf_seal_get_sealed_at (one)));
  sf_json_add_text (json, "by", sf_seal_get_sealed_by (one));
  sf_json_add_text (json, "office", sf_seal_get_office (one));
  sf_json_add_text (json, "accepted_by", sf_seal_get_accepted_by (one));
  sf_json_add_text (json, "reason", sf_seal_get_reason (one));
  sf_json_add_text (json, "pdf_sha256", sf_seal_get_pdf_digest (one));
  sf_json_add_boolean (json, "redacted", sf_seal_get_redacted_at (one) != SF_NULL_INT);
  sf_json_add_boolean (json, "pages_destroyed", sf_seal_get_pdf_gone_at (one) != SF_NULL_INT);
  sf_json_end (json);
}

gboolean
sf_cli_seal_list (SfCli *cli, char **arguments, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[]
      = { { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) seals = NULL;
  SfJson *json;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  seals = sf_model_list_seals (cli->model, NULL);
  if (!as_json)
    {
      for (guint i = 0; i < seals->len; i++)
        {
          SfEvaluation *evaluation
              = sf_model_find (cli->model, sf_seal_get_evaluation (seals->pdata[i]));
          g_autofree char *told = sf_seal_tell (cli->model, seals->pdata[i]);

          sf_cli_print ("%s  %s\n  %s\n", sf_seal_get_fingerprint (seals->pdata[i]),
                        evaluation != NULL ? sf_evaluation_get_title (evaluation) : "", told);
        }
      return TRUE;
    }
  json = sf_json_new ();
  sf_json_begin_list (json, "seals");
  for (guint i = 0; i < seals->len; i++)
    add_seal (cli, json, seals->pdata[i]);
  sf_json_print (json);
  return TRUE;
}

/* The version that is asked for, or the newest. */
static SfSeal *
find_seal (SfCli *cli, int version, GError **error)
{
  g_autoptr (GPtrArray) seals = sf_model_list_seals (cli->model, cli->evaluation);

  for (guint i = 0; i < seals->len; i++)
    if (version == 0 || sf_seal_get_version (seals->pdata[i]) == version)
      return seals->pdata[i];
  g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                       seals->len > 0 ? _ ("There is no such version of the sealed report.")
                                      : _ ("No report of this evaluation is sealed."));
  return NULL;
}

gboolean
sf_cli_seal_export (SfCli *cli, char **arguments, GError **error)
{
  int version = 0;
  const GOptionEntry options[]
      = { { "version", 0, 0, G_OPTION_ARG_INT, &version,
            N_ ("Which version; the newest if it is left out"), N_ ("NUMBER") },
          G_OPTION_ENTRY_NULL };
  SfSeal *one;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  one = find_seal (cli, version, error);
  return one != NULL && write_bytes (cli, one, cli->words[0], error)
         && sf_cli_done (cli, _ ("%s: version %d as it was sealed, fingerprint %s"), cli->words[0],
                         (int)sf_seal_get_version (one), sf_seal_get_fingerprint (one));
}

gboolean
sf_cli_seal_correct (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *by = NULL;
  const GOptionEntry options[]
      = { { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("Who begins the correction"), N_ ("NAME") },
          G_OPTION_ENTRY_NULL };

  return sf_cli_begin (cli, arguments, options, error)
         && sf_workbook_begin_correction (cli->workbook, cli->evaluation, cli->words[0], by, error)
         && sf_cli_done (cli, _ ("A correction has begun: the next report of %s is version %u"),
                         sf_evaluation_get_title (cli->evaluation),
                         sf_model_get_next_version (cli->model, cli->evaluation));
}

/* --- verify -------------------------------------------------------------------------------------
 */

static void
print_faults (GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    sf_cli_print ("  ! %s\n", ((const SfSealFault *)faults->pdata[i])->sentence);
}

static void
print_report (const SfSealsReport *report)
{
  for (guint i = 0; i < report->verdicts->len; i++)
    {
      const SfSealVerdict *verdict = report->verdicts->pdata[i];

      sf_cli_print ("%s  %s\n  %s\n", verdict->fingerprint, verdict->evaluation, verdict->told);
      if (verdict->note->len > 0)
        sf_cli_print ("  %s\n", verdict->note->str);
      print_faults (verdict->faults);
      if (verdict->faults->len == 0)
        sf_cli_print ("  %s\n", verdict->erased == 0 && verdict->has_pages
                                    ? _ ("As signed.")
                                    : _ ("What is still there is as signed."));
    }
  if (report->verdicts->len == 0)
    sf_cli_print ("%s\n", _ ("No report was sealed in this file."));
  sf_cli_print (g_dngettext (GETTEXT_PACKAGE, "History: %u step.\n", "History: %u steps.\n",
                             report->steps),
                report->steps);
  print_faults (report->faults);
}

static void
add_faults (SfJson *json, GPtrArray *faults)
{
  sf_json_begin_list (json, "faults");
  for (guint i = 0; i < faults->len; i++)
    {
      const SfSealFault *fault = faults->pdata[i];

      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "kind", sf_seal_fault_kind_to_word (fault->kind));
      sf_json_add_text (json, "sentence", fault->sentence);
      sf_json_end (json);
    }
  sf_json_end (json);
}

static void
add_answer (SfJson *json, const char *key, const SfFingerprintAnswer *answer)
{
  static const char *const words[] = { "found", "nearly", "not-here" };

  if (answer == NULL)
    return;
  sf_json_begin_object (json, key);
  sf_json_add_text (json, "match", words[answer->match]);
  sf_json_add_boolean (json, "current", answer->is_good);
  sf_json_add_text (json, "fingerprint",
                    answer->seal != NULL ? sf_seal_get_fingerprint (answer->seal) : NULL);
  sf_json_add_text (json, "sentence", answer->sentence);
  sf_json_end (json);
}

static void
print_json (const SfSealsReport *report,
            const SfFingerprintAnswer *paper,
            const SfFingerprintAnswer *pdf)
{
  SfJson *json = sf_json_new ();

  sf_json_add_boolean (json, "sound", sf_seals_report_is_sound (report));
  sf_json_add_int (json, "steps", report->steps);
  add_faults (json, report->faults);
  sf_json_begin_list (json, "seals");
  for (guint i = 0; i < report->verdicts->len; i++)
    {
      const SfSealVerdict *verdict = report->verdicts->pdata[i];

      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "evaluation", verdict->evaluation);
      sf_json_add_int (json, "version", verdict->version);
      sf_json_add_text (json, "fingerprint", verdict->fingerprint);
      sf_json_add_text (json, "key", verdict->key);
      sf_json_add_text (json, "told", verdict->told);
      sf_json_add_text (json, "note", verdict->note->len > 0 ? verdict->note->str : NULL);
      sf_json_add_int (json, "fields", verdict->fields);
      sf_json_add_int (json, "erased", verdict->erased);
      sf_json_add_boolean (json, "has_pages", verdict->has_pages);
      add_faults (json, verdict->faults);
      sf_json_end (json);
    }
  sf_json_end (json);
  add_answer (json, "paper", paper);
  add_answer (json, "pdf", pdf);
  sf_json_print (json);
}

static SfFingerprintAnswer *
check_pdf (SfCli *cli, const char *pdf, GError **error)
{
  g_autofree char *path = sf_cli_path (cli, pdf);
  g_autofree char *digest = sf_digest_of_path (path, error);

  return digest != NULL ? sf_model_check_pdf (cli->model, digest) : NULL;
}

/* What does not agree makes the command fail. */
static gboolean
judge (const SfSealsReport *report,
       const SfFingerprintAnswer *paper,
       const SfFingerprintAnswer *pdf,
       GError **error)
{
  if (!sf_seals_report_is_sound (report))
    g_set_error_literal (error, SF_ERROR, SF_ERROR_DAMAGED,
                         _ ("Not everything is as it was signed; what is not is named above."));
  else if ((paper != NULL && paper->match != SF_FINGERPRINT_FOUND)
           || (pdf != NULL && pdf->match != SF_FINGERPRINT_FOUND))
    g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                         _ ("Paper or PDF and this file do not agree."));
  else if (paper != NULL && pdf != NULL && paper->seal != pdf->seal)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                         _ ("Fingerprint and PDF belong to two different sealed reports."));
  else
    return TRUE;
  return FALSE;
}

gboolean
sf_cli_verify (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *pdf = NULL, *fingerprint = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry options[]
      = { { "fingerprint", 'f', 0, G_OPTION_ARG_STRING, &fingerprint,
            N_ ("The fingerprint that is printed on a page"), N_ ("TEXT") },
          { "pdf", 'p', 0, G_OPTION_ARG_FILENAME, &pdf, N_ ("A PDF that says it is the report"),
            N_ ("PATH") },
          { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (SfSealsReport) report = NULL;
  g_autoptr (SfFingerprintAnswer) on_paper = NULL, on_pdf = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  if (fingerprint != NULL
      && (on_paper = sf_model_check_fingerprint (cli->model, fingerprint, error)) == NULL)
    return FALSE;
  if (pdf != NULL && (on_pdf = check_pdf (cli, pdf, error)) == NULL)
    return FALSE;
  report = sf_workbook_verify_seals_sync (cli->workbook, error);
  if (report == NULL)
    return FALSE;
  if (as_json)
    print_json (report, on_paper, on_pdf);
  else
    print_report (report);
  if (!as_json && on_paper != NULL)
    sf_cli_print ("%s %s\n", _ ("Paper:"), on_paper->sentence);
  if (!as_json && on_pdf != NULL)
    sf_cli_print ("%s %s\n", _ ("PDF:"), on_pdf->sentence);
  return judge (report, on_paper, on_pdf, error);
}
