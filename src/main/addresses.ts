// Which screen an address means. Stage word first, then the partnership, then the thing (journeys.md, "Information architecture").
import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import type { ScreenProps } from "../ui/screen.ts";

export type Screen = LazyExoticComponent<ComponentType<ScreenProps>>;
/** The stage a screen belongs to, for the stage line; undefined for what stands beside the path. */
export type Stage = "collect" | "picture" | "prioritise" | "pledge" | "act" | "follow" | "tell";
export const STAGES: readonly { readonly stage: Stage; readonly word: string }[] = [
  { stage: "collect", word: "lyssna" },
  { stage: "picture", word: "lagesbild" },
  { stage: "prioritise", word: "prioritera" },
  { stage: "pledge", word: "lova" },
  { stage: "act", word: "gora" },
  { stage: "follow", word: "folj-upp" },
  { stage: "tell", word: "beratta" },
];

const screen = <Name extends string>(
  load: () => Promise<Record<Name, ComponentType<ScreenProps>>>,
  name: Name,
): Screen => lazy(async () => ({ default: (await load())[name] }));

export type Found = {
  readonly screen: Screen;
  readonly stage: Stage | undefined;
  readonly needsPartnership: boolean;
  /** Shown on a wall: nothing on it is counted under the rights of whoever is logged in. */
  readonly onWall: boolean;
};
type Row = {
  readonly first: string;
  readonly item?: RegExp;
  readonly screen: Screen;
  readonly stage?: Stage;
  readonly alone?: boolean;
  readonly onWall?: boolean;
};

/** First match wins; a row without `item` is the list. */
const ROWS: readonly Row[] = [
  {
    first: "falt",
    item: /^vecka$/,
    screen: screen(() => import("../collect/weekly/screens/week.tsx"), "WeekScreen"),
  },
  { first: "falt", alone: true, screen: screen(() => import("../collect/screens/field.tsx"), "FieldScreen") },
  { first: "lyssna", stage: "collect", screen: screen(() => import("../collect/screens/list.tsx"), "CollectScreen") },
  {
    first: "lyssna",
    item: /^ny-vandring$/,
    stage: "collect",
    screen: screen(() => import("../collect/screens/plan-walk.tsx"), "PlanWalkScreen"),
  },
  {
    first: "lyssna",
    item: /^ny-dialog$/,
    stage: "collect",
    screen: screen(() => import("../collect/screens/dialogue-form.tsx"), "DialogueFormScreen"),
  },
  {
    first: "lyssna",
    item: /^vandring-/,
    stage: "collect",
    screen: screen(() => import("../collect/screens/walk.tsx"), "WalkScreen"),
  },
  {
    first: "lyssna",
    item: /^ny-kampanj$/,
    stage: "collect",
    screen: screen(() => import("../collect/campaigns/screens/new-campaign.tsx"), "NewCampaignScreen"),
  },
  {
    first: "lyssna",
    item: /^kampanj-/,
    stage: "collect",
    screen: screen(() => import("../collect/campaigns/screens/campaign.tsx"), "CampaignScreen"),
  },
  {
    first: "lyssna",
    item: /^pappersvar-/,
    stage: "collect",
    screen: screen(() => import("../collect/campaigns/screens/typing.tsx"), "TypingScreen"),
  },
  {
    first: "lyssna",
    item: /^koda$/,
    stage: "collect",
    screen: screen(() => import("../collect/campaigns/screens/coding.tsx"), "CodingScreen"),
  },
  {
    first: "lyssna",
    item: /^teman$/,
    stage: "collect",
    screen: screen(() => import("../collect/campaigns/screens/themes.tsx"), "ThemesScreen"),
  },
  {
    first: "lyssna",
    item: /^mote-/,
    stage: "collect",
    onWall: true,
    screen: screen(() => import("../collect/walks/screens/meeting.tsx"), "MeetingScreen"),
  },
  {
    first: "lyssna",
    item: /^att-ta-emot$/,
    stage: "collect",
    screen: screen(() => import("../collect/walks/screens/points-sent.tsx"), "PointsSentScreen"),
  },
  {
    first: "lyssna",
    item: /^blad-/,
    stage: "collect",
    screen: screen(() => import("../collect/walks/screens/sheet.tsx"), "SheetScreen"),
  },
  {
    first: "lyssna",
    item: /^dialog-/,
    stage: "collect",
    screen: screen(() => import("../collect/screens/dialogue.tsx"), "DialogueScreen"),
  },
  {
    first: "lyssna",
    item: /^kalla-/,
    stage: "collect",
    screen: screen(() => import("../collect/imports/screens/source.tsx"), "SourceScreen"),
  },
  {
    first: "lyssna",
    item: /^trafik$/,
    stage: "collect",
    screen: screen(() => import("../collect/traffic/screens/threads.tsx"), "TrafficScreen"),
  },
  {
    first: "lyssna",
    item: /^trafik-ny$/,
    stage: "collect",
    screen: screen(() => import("../collect/traffic/screens/complaint-form.tsx"), "ComplaintFormScreen"),
  },
  {
    first: "lyssna",
    item: /^trafik-\d+$/,
    stage: "collect",
    screen: screen(() => import("../collect/traffic/screens/thread.tsx"), "ThreadScreen"),
  },
  {
    first: "lyssna",
    item: /^iakttagelse-/,
    stage: "collect",
    screen: screen(() => import("../collect/screens/observation.tsx"), "ObservationScreen"),
  },
  {
    first: "lyssna",
    item: /^granska-personuppgifter$/,
    stage: "collect",
    screen: screen(() => import("../collect/privacy/screens/review.tsx"), "PersonReviewScreen"),
  },
  {
    first: "lyssna",
    item: /^vem-har-inte-horts$/,
    stage: "collect",
    screen: screen(() => import("../collect/heard/screens/heard.tsx"), "HeardScreen"),
  },
  {
    first: "lyssna",
    item: /^las-in$/,
    stage: "collect",
    screen: screen(() => import("../collect/imports/screens/import.tsx"), "ImportScreen"),
  },
  {
    first: "lyssna",
    item: /^statistik$/,
    stage: "collect",
    screen: screen(() => import("../collect/series/screens/series-list.tsx"), "SeriesListScreen"),
  },
  {
    first: "lyssna",
    item: /^statistik-/,
    stage: "collect",
    screen: screen(() => import("../collect/series/screens/series.tsx"), "SeriesScreen"),
  },
  {
    first: "lyssna",
    item: /^las-in-statistik$/,
    stage: "collect",
    screen: screen(() => import("../collect/series/screens/read-file.tsx"), "ReadSeriesScreen"),
  },
  {
    first: "lyssna",
    item: /^veckorapporter$/,
    stage: "collect",
    screen: screen(() => import("../collect/weekly/screens/coverage.tsx"), "WeeklyScreen"),
  },
  {
    first: "lyssna",
    item: /^veckorapporter-installning$/,
    stage: "collect",
    screen: screen(() => import("../collect/weekly/screens/settings.tsx"), "WeeklySettingsScreen"),
  },
  {
    first: "granskning",
    screen: screen(() => import("../collect/privacy/screens/retention.tsx"), "RetentionScreen"),
  },
  {
    first: "lyssna",
    item: /^samtal$/,
    stage: "collect",
    screen: screen(() => import("../collect/hearings/screens/hearings.tsx"), "HearingsScreen"),
  },
  {
    first: "lyssna",
    item: /^samtal-/,
    stage: "collect",
    screen: screen(() => import("../collect/hearings/screens/hearing.tsx"), "HearingScreen"),
  },
  {
    first: "lyssna",
    item: /^ny-horanderunda$/,
    stage: "collect",
    screen: screen(() => import("../collect/hearings/screens/hearing-form.tsx"), "HearingFormScreen"),
  },
  {
    first: "lyssna",
    item: /^ny-medarbetardialog$/,
    stage: "collect",
    screen: screen(() => import("../collect/hearings/screens/staff-form.tsx"), "StaffFormScreen"),
  },
  { first: "oversikt", alone: true, screen: screen(() => import("../follow/screens/overview.tsx"), "OverviewScreen") },
  { first: "min-manad", alone: true, screen: screen(() => import("../act/screens/my-month.tsx"), "MyMonthScreen") },
  {
    first: "drift",
    alone: true,
    screen: screen(() => import("../partnership/screens/operations.tsx"), "OperationsScreen"),
  },
  {
    first: "nytt-samarbete",
    alone: true,
    screen: screen(() => import("../partnership/screens/found.tsx"), "FoundScreen"),
  },
  {
    first: "installning",
    item: /^lamna-over$/,
    screen: screen(() => import("../follow/handover/screens/hand-over.tsx"), "HandOverScreen"),
  },
  {
    first: "installning",
    item: /^uppdrag$/,
    screen: screen(() => import("../pledge/mandates/screens/mandates.tsx"), "MandatesScreen"),
  },
  {
    first: "installning",
    item: /^visning$/,
    screen: screen(() => import("../collect/privacy/screens/floors.tsx"), "FloorsScreen"),
  },
  { first: "installning", screen: screen(() => import("../partnership/screens/settings.tsx"), "SettingsScreen") },
  {
    first: "lagesbild",
    stage: "picture",
    screen: screen(() => import("../picture/screens/picture.tsx"), "PictureScreen"),
  },
  {
    first: "lagesbild",
    item: /^fil$/,
    stage: "picture",
    screen: screen(() => import("../picture/screens/file.tsx"), "FileScreen"),
  },
  {
    first: "lagesbild",
    item: /^rapporter$/,
    stage: "picture",
    screen: screen(() => import("../prioritise/situation/screens/list.tsx"), "SituationListScreen"),
  },
  {
    first: "lagesbild",
    item: /^rapport-/,
    stage: "picture",
    screen: screen(() => import("../prioritise/situation/screens/report.tsx"), "SituationReportScreen"),
  },
  {
    first: "lagesbild",
    item: /^andrat-/,
    stage: "picture",
    screen: screen(() => import("../prioritise/situation/screens/changes.tsx"), "SituationChangesScreen"),
  },
  {
    first: "lagesbild",
    item: /^kapitel-/,
    stage: "picture",
    screen: screen(() => import("../prioritise/situation/screens/chapter.tsx"), "SituationChapterScreen"),
  },
  {
    first: "lagesbild",
    item: /^arbetsmoten$/,
    stage: "picture",
    screen: screen(() => import("../prioritise/meetings/screens/list.tsx"), "MeetingListScreen"),
  },
  {
    first: "lagesbild",
    item: /^arbetsmote-/,
    stage: "picture",
    screen: screen(() => import("../prioritise/meetings/screens/meeting.tsx"), "WorkMeetingScreen"),
  },
  {
    first: "lagesbild",
    item: /^moteslage-/,
    stage: "picture",
    onWall: true,
    screen: screen(() => import("../prioritise/meetings/screens/mode.tsx"), "MeetingModeScreen"),
  },
  {
    first: "lagesbild",
    item: /^motesbild-/,
    stage: "picture",
    onWall: true,
    screen: screen(() => import("../prioritise/meetings/screens/wall.tsx"), "MeetingPictureScreen"),
  },
  {
    first: "prioritera",
    stage: "prioritise",
    screen: screen(() => import("../prioritise/screens/list.tsx"), "ProblemListScreen"),
  },
  {
    first: "prioritera",
    item: /^\d{4}$/,
    stage: "prioritise",
    screen: screen(() => import("../prioritise/rounds/screens/round.tsx"), "RoundScreen"),
  },
  {
    first: "prioritera",
    item: /./,
    stage: "prioritise",
    screen: screen(() => import("../prioritise/screens/problem.tsx"), "ProblemScreen"),
  },
  { first: "lova", stage: "pledge", screen: screen(() => import("../pledge/screens/list.tsx"), "PledgeListScreen") },
  {
    first: "lova",
    item: /^synpunkter-/,
    stage: "pledge",
    screen: screen(() => import("../pledge/consultation/screens/consultation.tsx"), "ConsultationScreen"),
  },
  {
    first: "lova",
    item: /^publicera-/,
    stage: "pledge",
    screen: screen(() => import("../tell/screens/publish.tsx"), "PublishScreen"),
  },
  {
    first: "lova",
    item: /^texter-/,
    stage: "pledge",
    screen: screen(() => import("../pledge/renderings/screens/renderings.tsx"), "RenderingsScreen"),
  },
  {
    first: "lova",
    item: /^nasta-/,
    stage: "pledge",
    screen: screen(() => import("../pledge/renewal/screens/prepare.tsx"), "PrepareNextScreen"),
  },
  {
    first: "lova",
    item: /./,
    stage: "pledge",
    screen: screen(() => import("../pledge/screens/document.tsx"), "PledgeDocumentScreen"),
  },
  {
    first: "signera",
    item: /^papper-/,
    stage: "pledge",
    screen: screen(() => import("../pledge/paper/screens/paper.tsx"), "PaperScreen"),
  },
  {
    first: "signera",
    item: /^uppfoljning-/,
    stage: "follow",
    screen: screen(() => import("../follow/reports/screens/sign-report.tsx"), "SignReportScreen"),
  },
  {
    first: "signera",
    item: /./,
    stage: "pledge",
    screen: screen(() => import("../pledge/screens/sign.tsx"), "SignScreen"),
  },
  { first: "gora", stage: "act", screen: screen(() => import("../act/screens/activities.tsx"), "ActivityListScreen") },
  {
    first: "gora",
    item: /^aktivitet-/,
    stage: "act",
    screen: screen(() => import("../act/screens/activities.tsx"), "ActivityScreen"),
  },
  {
    first: "gora",
    item: /^kalender$/,
    stage: "act",
    screen: screen(() => import("../act/calendar/screens/calendar.tsx"), "CalendarScreen"),
  },
  {
    first: "gora",
    item: /^arshjul$/,
    stage: "act",
    screen: screen(() => import("../act/calendar/screens/wheel.tsx"), "WheelScreen"),
  },
  {
    first: "gora",
    item: /^punkter$/,
    stage: "act",
    screen: screen(() => import("../act/items/screens/list.tsx"), "ItemListScreen"),
  },
  {
    first: "gora",
    item: /^felanmalan$/,
    stage: "act",
    screen: screen(() => import("../act/faults/screens/settings.tsx"), "FaultSystemScreen"),
  },
  {
    first: "gora",
    item: /^forum$/,
    stage: "act",
    screen: screen(() => import("../act/forums/screens/list.tsx"), "ForumListScreen"),
  },
  {
    first: "gora",
    item: /^nytt-forum$/,
    stage: "act",
    screen: screen(() => import("../act/forums/screens/plan-form.tsx"), "NewForumScreen"),
  },
  {
    first: "gora",
    item: /^forum-\d+$/,
    stage: "act",
    screen: screen(() => import("../act/forums/screens/forum.tsx"), "ForumScreen"),
  },
  {
    first: "gora",
    item: /^forumtavla-\d+$/,
    stage: "act",
    onWall: true,
    screen: screen(() => import("../act/forums/screens/board.tsx"), "ForumBoardScreen"),
  },
  {
    first: "gora",
    item: /^forumblad-\d+$/,
    stage: "act",
    screen: screen(() => import("../act/forums/screens/sheet.tsx"), "ForumSheetScreen"),
  },
  {
    first: "gora",
    item: /^punkt-/,
    stage: "act",
    screen: screen(() => import("../act/items/screens/item.tsx"), "ItemScreen"),
  },
  {
    first: "folj-upp",
    stage: "follow",
    screen: screen(() => import("../follow/screens/list.tsx"), "ReportListScreen"),
  },
  {
    first: "folj-upp",
    item: /^klockor$/,
    stage: "follow",
    screen: screen(() => import("../follow/clocks/screens/clocks.tsx"), "ClocksScreen"),
  },
  {
    first: "folj-upp",
    item: /^matt$/,
    stage: "follow",
    screen: screen(() => import("../follow/indicators/screens/list.tsx"), "IndicatorListScreen"),
  },
  {
    first: "folj-upp",
    item: /^matt-/,
    stage: "follow",
    screen: screen(() => import("../follow/indicators/screens/indicator.tsx"), "IndicatorScreen"),
  },
  {
    first: "folj-upp",
    item: /^atgardsplaner$/,
    stage: "follow",
    screen: screen(() => import("../follow/actionplans/screens/list.tsx"), "ActionPlanListScreen"),
  },
  {
    first: "folj-upp",
    item: /^atgardsplan-/,
    stage: "follow",
    screen: screen(() => import("../follow/actionplans/screens/plan.tsx"), "ActionPlanScreen"),
  },
  {
    first: "folj-upp",
    item: /^handlingar$/,
    stage: "follow",
    screen: screen(() => import("../tell/briefs/screens/list.tsx"), "BriefListScreen"),
  },
  {
    first: "folj-upp",
    item: /^handling-/,
    stage: "follow",
    screen: screen(() => import("../tell/briefs/screens/brief.tsx"), "BriefScreen"),
  },
  {
    first: "folj-upp",
    item: /./,
    stage: "follow",
    screen: screen(() => import("../follow/reports/screens/report.tsx"), "ReportScreen"),
  },
  {
    first: "beratta",
    item: /^brev$/,
    stage: "tell",
    screen: screen(() => import("../tell/letters/screens/letters.tsx"), "LettersScreen"),
  },
  {
    first: "beratta",
    item: /^webhookar$/,
    stage: "tell",
    screen: screen(() => import("../tell/webhooks/screens/webhooks.tsx"), "WebhooksScreen"),
  },
  {
    first: "beratta",
    item: /^svar-/,
    stage: "tell",
    screen: screen(() => import("../tell/screens/results.tsx"), "ResultsScreen"),
  },
  {
    first: "beratta",
    item: /^dialog-/,
    stage: "tell",
    screen: screen(() => import("../tell/screens/dialogue.tsx"), "DialogueToTellScreen"),
  },
  { first: "beratta", stage: "tell", screen: screen(() => import("../tell/screens/told.tsx"), "ToldScreen") },
];

/** The screen for a path, or undefined where there is none. */
export function screenAt(
  path: string,
): (Found & { partnership: string | undefined; item: string | undefined }) | undefined {
  const [first = "", partnership, item] = path.split("/").filter(Boolean).map(decodeURIComponent);
  const row = ROWS.find((candidate) => {
    if (candidate.first !== first) return false;
    if (candidate.alone === true) return true;
    if (partnership === undefined) return false;
    return candidate.item === undefined ? item === undefined : item !== undefined && candidate.item.test(item);
  });
  if (row === undefined) return undefined;
  return {
    screen: row.screen,
    stage: row.stage,
    needsPartnership: row.alone !== true,
    onWall: row.onWall === true,
    partnership,
    item,
  };
}
