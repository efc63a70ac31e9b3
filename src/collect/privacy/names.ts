// The names most people in Sweden bear, chosen from the public name statistics of Statistics Sweden (SCB, "Namnstatistik", open data): the most
// common first names of all ages and of the newborn, and the most common surnames. A list is never complete: what stands around a name finds others.
import { MORE_FIRST_NAMES, MORE_SURNAMES } from "./more-names.ts";
import { wordSet } from "./word-set.ts";

const COMMON_FIRST_NAMES = wordSet(`
  Maria Anna Margareta Elisabeth Elisabet Eva Kristina Christina Birgitta Karin Elisabet Marie Ingrid Sofia Linnéa Kerstin Marianne Lena Helena Emma Johanna
  Inger Cecilia Elin Monica Monika Ulla Gunilla Anita Susanne Viktoria Victoria Ingegerd Irene Katarina Anneli Ulrika Charlotte Charlotta Barbro Jenny Therese
  Berit Britt Siv Yvonne Malin Camilla Agneta Sara Sarah Annika Åsa Louise Lisbeth Pia Birgit Gunnel Ida Jessica Hanna Hannah Annette Anette Madeleine Susanna
  Mona Caroline Carolina Sandra Amanda Linda Emelie Lisa Astrid Gun Maja Maj-Britt Julia Eva-Lena Ann-Marie Ann-Christin Ingela Sonja Lovisa Alice Mia Elsa
  Ellen Matilda Mathilda Frida Rebecka Rebecca Angelica Gudrun Klara Clara Isabelle Isabella Josefin Josefine Petra Rut Maj-Lis Wilma Vilma Alva Nora Ebba Agnes Ella
  Olivia Moa Tove Tuva Ester Esther Freja Hilda Hilma Ingeborg Doris Dagny Rakel Solveig Sigrid Lillemor Margit Märta Majken Nathalie Natalie Felicia Nelly
  Evelina Tilde Tilda Signe Edith Selma Alma Thea Tyra Leia Stella Lykke Molly Iris Ines Elise Liv Lo Meja Livia Novalie Luna Juni Bianca Jasmine Jasmin Leila
  Fatima Amina Zahra Zainab Mariam Maryam Noor Nour Aisha Aya Hana Yasmin Amal Samira Hawa Khadija Layla Rania Shirin Parisa Nasrin Fadumo Hodan Sahra Asha
  Aleksandra Agnieszka Katarzyna Malgorzata Magdalena Beata Joanna Ewa Olga Tatiana Natalia Svetlana Irina Oksana Aino Päivi Tuula Marja Ritva Pirjo Leena Raija
  Erik Lars Karl Carl Anders Johan Per Nils Mikael Michael Jan Hans Peter Petter Olof Olov Lennart Fredrik Bengt Bo Daniel Andreas Gunnar Alexander Åke Thomas Tomas
  Göran Stefan Ulf Magnus Mats Marcus Markus Sven Jonas Henrik David Christer Krister Robert Martin Håkan Leif Björn Kjell Christian Kristian Niklas Niclas Patrik
  Arne Oskar Oscar Joakim Roger Rolf Stig Emil Anton Christoffer Kristoffer Filip Philip William Viktor Victor Johannes Simon Ola Tommy Roland Kenneth Jakob Jacob
  Rickard Rikard Richard Sebastian Linus Tobias Adam Robin Jörgen Göte Jesper Conny Elias Kent Rune Dan Jimmy Johnny Jonny Gustav Gustaf Oliver Axel Isak Isaac
  Hugo Lucas Lukas Albin Ludvig Ludwig Noah Liam Theodor Teodor Melvin Vincent Edvin Edwin Gabriel Casper Kasper Arvid Elliot Malte Sixten August Alfred Leo Leon
  Olle Viggo Wilmer Vilmer Alvin Adrian Harry Charlie Benjamin Nils-Erik Lars-Erik Karl-Erik Jan-Erik Per-Erik Sven-Erik Karl-Johan Lars-Göran Jan-Olof
  Kalle Lasse Pelle Nisse Olle Anki Lotta Gittan Micke Jocke Kicki Danne Janne Hasse Bosse Sussi Nettan Steffe Jonte Jompa Robban Fredde Henke Abbe Berra Affe
  Lelle Bengan Tompa Ronny Benny Sonny Glenn Dennis Kevin Pontus Rasmus Gösta Sture Börje Ingvar Ingemar Torsten Hjalmar Hilding Folke Holger Evert Ragnar Einar
  Tage Egon Allan Bertil Knut Helge Verner Hampus Kaj Kai Torbjörn Thorbjörn Tony Ove Uno Yngve Östen Örjan Alf Jerker Staffan Mattias Mathias Matteo Hjalte Ture
  Linnea Lina Sofie Sanna Nina Ann Anne Britta Tina Stina Kajsa Greta Siri Linn Jennifer Fanny Hedda Disa Veronica Veronika Jeanette Marina Viola Elvira Kristin Ronja
  Tindra Lova Elina Eleonora Dina Mira Mila Nadia Sabina Cornelia Alicia Emmy Engla Ellinor Elinor Vanja Lea Leah Aina Harriet Ingvor Rose-Marie Bettan Milla Nicole
  Samuel Jonatan Jonathan Josef Joel Tim Ted Theo Melker Måns Jens Kurt Ivar Ivan Walter Valter Werner Loke Otto Elton Frans Vilgot Algot Jack Aron Ebbe Sigge Morgan
  Ronnie Freddy Freddie Eddie Jerry Pär Pierre Emanuel Manuel José Carlos Juan Luis Pedro Miguel Antonio Marco Mario Noel Nicolas Niklas Roffe Lorentz Lorenz Sigvard
  Haris Emir Senad Mirza Admir Tarek Rashid Rami Sami Bashar Basel Wael Majid Navid Omid Ehsan Arash Kian Habib Ismael Idris Zaid
  Kim Timmy Yasmine Salma Inga-Lill Anna-Karin Tobbe Milos Radovan Märit Märta Majlis Anna-Lena Ann-Sofie Ann-Charlotte Britt-Marie Eva-Britt Gun-Britt Rosita
  Carina Karina Catharina Cathrine Cristina Cecilie Christel Kristel Diana Desirée Elvy Emilia Emily Eivor Erika Erica Eveline Filippa Gerd Gerda Gertrud Gittan Gudrun
  Henrietta Hillevi Ing-Marie Ingalill Ingegärd Irma Isa Iréne Janet Jenni Jessika Jill Judit Judith Karolina Katja Kerstin Kim Kirsten Kristine Laila Laura Lena-Maria
  Lilian Lillian Linea Linn Lina Liselott Liselotte Lise-Lotte Lisen Lizette Lucia Lykke Madelaine Maggan Maja Malena Margaretha Margareta Mariana Mari Marit Marita Martina
  Marica Matilda Melissa Meta Michelle Minna Mirja Mirjam Miriam Monika Märta Nadja Nanna Ngoc Nike Noomi Naemi Paula Paulina Pauline Pernilla Petronella Philippa Ragnhild
  Ramona Rebekah Regina Renata Ronja Rosie Ruth Sabine Saga Sally Samantha Sandy Selina Serena Seija Sigbritt Silvia Sylvia Simone Sirpa Siw Sofi Stephanie Stina Sussie
  Susann Suzanne Svea Tanja Tekla Terese Thelma Theresa Tilly Tora Tyra Ulla-Britt Ulrica Ursula Vendela Victoria Vilhelmina Vilja Viveka Vivianne Ylva Zandra Zara Ängla
  Aaron Abraham Adem Adnan Akram Albert Aleksander Alexis Alfons Alve Amadeus Amar Anas Andre André Andrej Anes Angelo Anwar Arben Arman Armin Arnold Arthur Artur
  Arvo August Aydin Ayman Ayoub Bahram Bashir Bekim Ben Benedict Bernt Berndt Bernhard Besnik Birger Bojan Boris Brian Bruno Burhan Bror-Erik Carl-Johan Carl-Gustav Cem
  Claes Clas Klas Klaes Claudio Colin Conrad Curt Dag-Erik Damir Danijel Danilo Darko Darin Dario Davor Deniz Diego Dusan Eddy Edgar Eduard Edward Egil Einar Eldin Elis
  Ellis Elmer Emanuel Enes Enis Enzo Erdem Erling Erland Ernst Esbjörn Eskil Evan Evert Fabian Fadi Faisal Farid Faris Ferdinand Feras Firas Florian Fouad Francis Frej
  Fritz Fritiof Frode Gerard Gerry Gerth Gideon Giorgio Giuseppe Goce Gottfrid Greger Gregor Göte Hadi Haitham Halil Hamse Hannes Harald Hasan Hashem Hassan Helmer Henning
  Henric Henry Herman Hilmer Hjalmar Hussam Husein Iman Imad Imran Ingemund Iman Irfan Isac Issa Jaafar Jacek Jaime Jamie Jan-Åke Jan-Erik Jani Janusz Jari Jarl Jarmo
  Jason Jean Jeff Jeremy Jerzy Jesus Jim Joachim Joacim Jockum John Jon Jordan Jorge Josip Jouni Jozef Julian Julius Junior Jørgen Jöns Kalevi Karl-Axel Karl-Gustav Karlo
  Kasim Keith Kemal Kenny Kerim Kian Kim Klaus Konrad Kristofer Krister Kåre Laban Laszlo Lars-Olof Lars-Åke Laurentius Leander Leif Leonard Leonardo Leopold Levi Lillebror
  Linton Lorik Louie Louis Luca Luka Lucian Maher Mahdi Maksim Malik Malcolm Manfred Mansour Manne Marcel Mariusz Marius Marko Marvin Masoud Matheo Maurits Mauritz Max-Erik
  Maxim Maximilian Mehmet Melker Mihai Mika Miko Mikko Miloš Mio-Erik Miran Miroslav Mikkel Mohamud Mojtaba Muhamed Murad Murat Musa Nabil Nader Nadim Naim Natan Nathan
  Nathanael Neo Nicholas Nicklas Niko Nikola Nikolai Nils-Olof Nima Nizar Nikita Ivar Oddvar Odin Ole Omer Orvar Otis Otto Pascal Paul Pavel Paulo Per-Olof Per-Anders Pete
  Philippe Predrag Rafael Raed Raimo Ralf Ralph Ramadan Ramiz Raoul Rasul Raul Rauno Raymond Reidar Reine Reino Renato René Ricardo Richard Rikhard Risto Roberto Rodrigo
  Romeo Ronald Rony Roy Ruben Rudolf Rustam Rutger Sabri Sakari Salah Saleh Salim Salomon Saman Samuli Sandro Santiago Seppo Seth Sead Sergio Shadi Sherko Shahin
  Siamak Sigfrid Sigurd Sigvard Simeon Slobodan Soran Stanislav Stellan Sten-Åke Stojan Sture Sune Svante Sven-Olof Sverker Søren Sören Taha Tapio Tarik Tero Thor Thore Tor-Björn
  Tord Tore Torgny Torkel Torvald Tristan Troy Tuomas Urban Urho Uwe Vahid Valdemar Valon Vanja Veli Vidar Viking Ville-Petteri Villiam Vilhelm Wilhelm Vlad Volodymyr Waldemar
  Xavier Yahya Yasin Yaser Yasser Younes Yassin Yousef Yunus Zacharias Zaki Zakaria Zlatan Zlatko Ömer Özgür Örjan Thanaporn Siriporn Somchai Supaporn Malee Nattaya Kanya
  Daria Ivana Marija Jelena Mirjana Dragana Zeinab Hiba Rana Dalia Suad Ayan Ifrah Idil Nimo Szymon Jakub Kacper Mateusz Wojciech Grzegorz
  Mohammed Mohamed Mohammad Muhammad Ahmed Ahmad Ali Hassan Hussein Hussain Omar Ibrahim Abdullah Abdul Abdi Yusuf Youssef Mustafa Mahmoud Khaled Karim Said Amir Reza
  Hamza Bilal Osman Ismail Jamal Kamal Nasser Tariq Ziad Samir Walid Mehdi Hamid Farhad Behrouz Ramin Aram Rebin Dilan Azad Zoran Goran Dragan Milan Dejan Nenad
  Vladimir Sergej Dmitri Igor Andrzej Krzysztof Piotr Tomasz Pawel Marek Zbigniew Jussi Jukka Matti Pekka Juhani Timo Esa Antti Heikki Veikko Kari Teodoro
`);

/** First names that are hardly anything else in Swedish. */
export const FIRST_NAMES: ReadonlySet<string> = new Set([...COMMON_FIRST_NAMES, ...MORE_FIRST_NAMES]);

/** First names that are words, months or shops as well: somebody only where a capital letter is not explained by the beginning of a sentence. */
export const NOUN_NAMES = wordSet(`
  Björn Sten Stig Dag Tor Sol My Saga Per Maj Mio Nova Jan August Juni Lo Love Ros Vide Lotta Bo Rut Bror Liv Kaj Hans Klara Max Svea Helge Lova Dina Marina Lucia Clas
`);

/** First names that are common words when they are written small: not names then. */
export const SMALL_WORDS = wordSet(`
  hans klara karl axel helge lena mats moa oliver nisse knut kent vera tage stella saga harry alma nova noor iris milan luna juni said svea alva asha
  meta vilja tindra andre klas jasmin tilde junior viking urban maxim ramadan emir
  tove august björn sten stig lina lova dina marina frans jack viola lotta bror rose love rana
`);

const COMMON_SURNAMES = wordSet(`
  Lindberg Lindgren Lindqvist Lindström Lindholm Lundberg Lundgren Lundqvist Lundström Lundin Lundmark Bergström Bergman Berglund Berggren Bergqvist Sandberg Sandström
  Sjöberg Sjögren Sjöström Sjölund Söderberg Söderström Söderlund Nyström Nyberg Nyman Nygren Nordin Nordström Norberg Norman Holmberg Holmgren Holmström Holmqvist
  Wallin Wallgren Wikström Wiklund Viklund Vikström Wiberg Ekström Ekman Ekberg Eklund Engström Engdahl Eriksen Forsberg Forslund Forsman Fransson Hedlund Hedberg Hedin
  Hellström Hellberg Högberg Isaksson Jansson Jakobsson Källström Lindahl Löfgren Löfberg Lövgren Malmberg Malm Mattsson Melin Moberg Molin Norén Norling Åberg Ågren
  Åkerlund Åström Öberg Öhman Öman Österberg Östlund Strand Strömberg Ström Sundberg Sundström Sundqvist Svedberg Westberg Westerlund Westman Åkesson Hermansson Dahlberg
  Dahlgren Dahlin Dahlström Blomqvist Blomberg Bengtsson Björklund Björkman Boström Boman Byström Edlund Edström Ahlström Ahlberg Ahlgren Almqvist Alm Andersson Arvidsson
  Axelsson Backman Backlund Fredriksson Granberg Grönlund Gustafsson Haglund Hansen Jensen Nielsen Olsen Larsen Korhonen Virtanen Mäkinen Nieminen Hämäläinen Niemi
  Nguyen Khan Hosseini Hashemi Rahimi Ahmadi Haddad Khalil Saleh Mahmoud Hassan Ahmed Ali Mohamed Mohammed Hussein Ibrahim Osman Abdi Yusuf Warsame Farah Jovanovic
  Petrovic Nikolic Kovacevic Hodzic Nowak Kowalski Wisniewski Yilmaz Demir Kaya Öztürk Celik
`);

/** Surnames that are hardly anything else; -sson, -ström and the like are known by their ending. */
export const SURNAMES: ReadonlySet<string> = new Set([...COMMON_SURNAMES, ...MORE_SURNAMES]);

/** What a surname ends in; a name only beside a first name, since farms and hamlets end so as well. */
export const SURNAME_ENDING =
  /(?:sson|sdotter|ström|strøm|qvist|kvist|gren|blad|stedt|strand|mark|dahl|lund|berg|man|holm|ling|lin|sen|nen|vić|vic|ski|ska|ić|oglu|zadeh|pour|poor|yan|dze)$/u;

/** What only foreign surnames end in, in a word of six letters or more. */
export const FOREIGN_ENDING = /(?:ovi[cć]|evi[cć]|wicz|czyk|o[gğ]lu|zadeh|nejad|ullah|[eu]ddin|enko|chuk)$/u;

/** How names of several parts begin that no list has all of: Abdirahman, Gebremariam, Tesfazghi. */
export const NAME_BEGINNING =
  /^(?:Abd[eiu]|Gh?ebre|Gabre|Tesfa|Tekle|Wolde|Haile|Mohamm?[ae]d|Muhamm?[ae]d)\p{L}{2,}$/u;

/** Letters that Swedish has none of. */
export const FOREIGN_LETTER = /[ıİğĞşŞçÇžŽćĆđĐčČšŠłŁńŃśŚźŹżŻęĘąĄőŐřŘțȚșȘ]/u;

/** Those whom everybody may speak of: in books, on signs, in history. */
export const FAMOUS =
  /^(?:Pippi(?: Långstrump)?|Emil i Lönneberga|Alfons Åberg|Pelle Svanslös|Nils Holgersson|Kalle Anka|Karlsson på taket|Astrid Lindgren|Olof Palme|Selma Lagerlöf|Gustav Vasa|August Strindberg|Evert Taube|Dag Hammarskjöld|Raoul Wallenberg|Karin Boye)s?(?!\p{L})/u;

/** Firms that are called as people are. */
export const FIRMS = wordSet(
  "Ericsson Ohlson Ohlsson Willys Lindex Swedbank Nordea Sibylla Volvo Volkswagen Audi Toyota Ford Opel Renault Peugeot Skoda Mercedes Saab",
);
